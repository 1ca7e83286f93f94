using MailKit.Security;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Mail;

/// <summary>
/// The server that takes e-mail from this installation, and the address from which it comes. Without a server, messages wait in the
/// outbox for somebody or something else to send them.
/// </summary>
public sealed record MailSettings(Uri? Server, string From, string? Password)
{
    public static readonly string Default = "trellis@localhost";

    public bool Sends => Server is not null;

    public string User => Uri.UnescapeDataString(Server?.UserInfo ?? "");

    public int Port => Server is { Port: > 0 } named ? named.Port : Server?.Scheme == "smtps" ? 465 : 587;

    /// <summary>smtps:// is encrypted from the first byte; smtp:// as soon as the server offers it, and always before a password is sent.</summary>
    public SecureSocketOptions Security => Server?.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect
        : User.Length > 0 ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable;

    /// <summary>From TRELLIS_SMTP, such as smtp://user@mail.example.org:587, TRELLIS_SMTP_PASSWORD or TRELLIS_SMTP_PASSWORD_FILE, and TRELLIS_MAIL_FROM.</summary>
    public static MailSettings Read(Func<string, string?> setting)
    {
        var password = setting("TRELLIS_SMTP_PASSWORD_FILE") is { Length: > 0 } file ? File.ReadAllText(file, Utf8.Strict).Trim() : setting("TRELLIS_SMTP_PASSWORD");
        var from = setting("TRELLIS_MAIL_FROM") is { Length: > 0 } told ? told : Default;
        if (setting("TRELLIS_SMTP") is not { Length: > 0 } text)
            return new(null, from, null);
        // What is wrong is said without the text, in which somebody may have put a password.
        return Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "smtp" or "smtps" && server.Host.Length > 0 && !server.UserInfo.Contains(':', StringComparison.Ordinal)
            ? new(server, from, password)
            : throw new UnusableInputException(Problem.Rejected("smtp-address", "TRELLIS_SMTP", "TRELLIS_SMTP should be an address such as smtp://user@mail.example.org:587 or smtps://mail.example.org; the password stands in TRELLIS_SMTP_PASSWORD."));
    }
}
