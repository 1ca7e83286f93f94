using System.Globalization;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Trellis.Interop.Mail;

/// <summary>What one look into the outbox came to. No address is in it, as it goes into the log.</summary>
/// <param name="Sent">How many messages the server took.</param>
/// <param name="Postponed">How many it did not take and are tried again.</param>
/// <param name="Fault">The kind of the last fault; null where there was none.</param>
public sealed record SendResult(int Sent, int Postponed, string? Fault);

/// <summary>
/// Sends what waits in the outbox. Only one process at a time does, by a lock on a file that ends with the process; a message that
/// the server does not take is tried again, later each time.
/// </summary>
public sealed class OutboxSender(Outbox outbox, MailSettings settings, TimeProvider clock)
{
    /// <summary>With the waits between them this is about three days.</summary>
    private const int MostTries = 20;

    private const int TimeoutMilliseconds = 30_000;

    private const string Ending = ".eml";

    /// <summary>One minute after the first try, then twice as long each time, and four hours at most.</summary>
    public static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Min(240, Math.Pow(2, Math.Clamp(tries - 1, 0, 10))));

    public async Task<SendResult> SendAsync(CancellationToken stop = default)
    {
        if (!settings.Sends || !Directory.Exists(outbox.Folder))
            return new(0, 0, null);
        using var lease = Take();
        var due = lease is null ? [] : Due();
        if (due.Count == 0)
            return new(0, 0, null);
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Server!.Host, settings.Port, settings.Security, stop);
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", stop);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            due.ForEach(Postpone);
            return new(0, due.Count, KindOf(e));
        }
        var result = new SendResult(0, 0, null);
        foreach (var file in due)
            result = await SendAsync(client, file, result, stop);
        if (client.IsConnected)
            await client.DisconnectAsync(quit: true, stop);
        return result;
    }

    private async Task<SendResult> SendAsync(SmtpClient client, string file, SendResult before, CancellationToken stop)
    {
        try
        {
            using var message = await MimeMessage.LoadAsync(file, stop);
            await client.SendAsync(message, stop);
            File.Delete(file);
            return before with { Sent = before.Sent + 1 };
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            Postpone(file);
            return before with { Postponed = before.Postponed + 1, Fault = KindOf(e) };
        }
    }

    /// <summary>The lock of who sends; null while another process has it.</summary>
    private FileStream? Take()
    {
        try
        {
            return new FileStream(Path.Combine(outbox.Folder, "sender.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private List<string> Due()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. Directory.EnumerateFiles(outbox.Folder, "*" + Ending).Where(f => File.GetLastWriteTimeUtc(f) <= now).Order(StringComparer.Ordinal)];
    }

    /// <summary>The number in the name goes up; the time of the file tells when it is due again.</summary>
    private void Postpone(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        var tries = 1 + (int.TryParse(parts.ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0);
        var next = Path.Combine(outbox.Folder, string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{tries}{(tries >= MostTries ? ".failed" : Ending)}"));
        File.SetLastWriteTimeUtc(file, (clock.GetUtcNow() + WaitAfter(tries)).UtcDateTime);
        File.Move(file, next, overwrite: true);
    }

    private static bool IsOfTheServer(Exception error) =>
        error is CommandException or ProtocolException or IOException or System.Net.Sockets.SocketException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or FormatException or NotSupportedException or TimeoutException;

    /// <summary>The words of a server may hold the address; its number does not.</summary>
    private static string KindOf(Exception error) =>
        error is SmtpCommandException refused ? string.Create(CultureInfo.InvariantCulture, $"{refused.ErrorCode} {(int)refused.StatusCode}") : error.GetType().Name;
}
