using System.Globalization;
using MimeKit;
using MimeKit.Utils;

namespace Trellis.Interop.Mail;

/// <summary>A message to one person, in plain words.</summary>
public sealed record OutgoingMail(string Address, string Name, string Subject, string Text);

/// <summary>
/// The folder in which messages wait: one .eml file each, readable by its owner alone. The name of a file tells when it was written
/// and how often it was tried, and nothing of the person.
/// </summary>
public sealed class Outbox(string folder, MailSettings settings, TimeProvider clock)
{
    /// <summary>After this time nobody waits for a message any more; its links are long over.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const string Stamp = "yyyyMMdd'T'HHmmssfff";

    public string Folder => folder;

    public async Task WriteAsync(OutgoingMail mail, CancellationToken stop = default)
    {
        using var message = new MimeMessage
        {
            Subject = string.Join(' ', mail.Subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            Date = clock.GetUtcNow(),
            Body = new TextPart("plain") { Text = mail.Text },
        };
        var from = MailboxAddress.Parse(settings.From);
        message.From.Add(new MailboxAddress("Trellis", from.Address));
        message.To.Add(new MailboxAddress(mail.Name, mail.Address));
        // The name of this machine is nobody's business.
        message.MessageId = MimeUtils.GenerateMessageId(from.Domain);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var name = clock.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + $"-{Guid.NewGuid():N}.0";
        var part = Path.Combine(folder, name + ".part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(part, options))
            await message.WriteToAsync(file, stop);
        // Whoever sends sees whole messages only.
        File.Move(part, Path.Combine(folder, name + ".eml"));
    }

    /// <summary>Deletes what nobody has sent for a month.</summary>
    public void Clean()
    {
        if (!Directory.Exists(folder))
            return;
        var oldest = (clock.GetUtcNow() - Life).UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        foreach (var file in Directory.EnumerateFiles(folder, "*-*.*").Where(f => string.CompareOrdinal(Path.GetFileName(f), oldest) < 0))
            File.Delete(file);
    }
}
