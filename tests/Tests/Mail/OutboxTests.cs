using Trellis.Core.Codes;
using Trellis.Interop.Mail;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Mail;

/// <summary>Messages wait as files until a server takes them.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("trellis-outbox-").FullName, "outbox");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_RefusedOnce_WaitsAndIsSentLater()
    {
        await using var sink = new MailSink { Refusals = 1 };
        var (outbox, sender) = Parts(sink.Address);
        await outbox.WriteAsync(new("ana@example.org", "Ana Álvarez", "Hello\r\nBcc: all@example.org", "Good day.\n.\nEnd"), Stop);

        var refused = await sender.SendAsync(Stop);
        Assert.Equal((0, 1), (refused.Sent, refused.Postponed));
        Assert.DoesNotContain("example.org", refused.Fault, StringComparison.Ordinal);
        Assert.Equal(0, (await sender.SendAsync(Stop)).Sent);
        var waiting = Assert.Single(Directory.GetFiles(_folder, "*.1.eml"));
        Assert.DoesNotContain("ana", Path.GetFileName(waiting), StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(waiting, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1));

        Assert.Equal(1, (await sender.SendAsync(Stop)).Sent);
        Assert.Empty(Directory.GetFiles(_folder, "*.eml"));
        var message = Assert.Single(sink.Messages);
        Assert.Contains("<ana@example.org>", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Á", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", message, StringComparison.Ordinal);
        Assert.Contains("Good day.\n..\nEnd", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_ThatAnotherProcessSends_IsLeftAlone()
    {
        await using var sink = new MailSink();
        var (outbox, sender) = Parts(sink.Address);
        await outbox.WriteAsync(new("ana@example.org", "Ana", "Hello", "Good day."), Stop);
        await using (new FileStream(Path.Combine(_folder, "sender.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal(new(0, 0, null), await sender.SendAsync(Stop));

        Assert.Equal(1, (await sender.SendAsync(Stop)).Sent);
    }

    [Fact]
    public async Task Outbox_WithoutAServer_KeepsTheFileForItsOwnerAlone()
    {
        var (outbox, sender) = Parts(null);
        await outbox.WriteAsync(new("ana@example.org", "Ana", "Hello", "Good day."), Stop);

        Assert.Equal(new(0, 0, null), await sender.SendAsync(Stop));
        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.EndsWith(".0.eml", file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        outbox.Clean();
        Assert.True(File.Exists(file));
        File.Move(file, Path.Combine(_folder, "20200101T000000000-1.3.failed"));
        outbox.Clean();
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 240)]
    [InlineData(100, 240)]
    public void Wait_AfterTries_IsTwiceAsLongEachTimeUpToFourHours(int tries, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), OutboxSender.WaitAfter(tries));

    [Theory]
    [InlineData("smtp://mail.example.org", 587)]
    [InlineData("smtps://ana@mail.example.org", 465)]
    [InlineData("smtp://mail.example.org:25", 25)]
    public void Server_AsAnAddress_IsUnderstood(string text, int port) => Assert.Equal(port, Read(text).Port);

    [Theory]
    [InlineData("mail.example.org")]
    [InlineData("https://mail.example.org")]
    [InlineData("smtp://ana:secret-word@mail.example.org")]
    public void Server_AsSomethingElse_IsRefusedWithoutItsWords(string text)
    {
        var refused = Assert.Throws<UnusableInputException>(() => Read(text));

        Assert.DoesNotContain("secret-word", refused.Message, StringComparison.Ordinal);
    }

    private static MailSettings Read(string text) => MailSettings.Read(name => name == "TRELLIS_SMTP" ? text : null);

    private (Outbox Outbox, OutboxSender Sender) Parts(string? server)
    {
        var settings = new MailSettings(server is null ? null : new Uri(server), MailSettings.Default, null);
        var outbox = new Outbox(_folder, settings, TimeProvider.System);
        return (outbox, new(outbox, settings, TimeProvider.System));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
