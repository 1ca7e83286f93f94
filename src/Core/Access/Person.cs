namespace Trellis.Core.Access;

/// <summary>Where an account stands.</summary>
public enum PersonState
{
    /// <summary>Has a link and no password yet.</summary>
    Invited,
    Active,
    Disabled,

    /// <summary>Nothing personal is left; the identifier stays because the audit names it.</summary>
    Retired,
}

/// <summary>Somebody with an account. The e-mail address is what one signs in with; it is compared without regard to case.</summary>
public sealed class Person
{
    public const int LongestName = 100;
    public const int LongestEmail = 254;

    public required Guid Id { get; init; }
    public string? Email { get; set; }
    public string? EmailKey { get; set; }
    public string? Name { get; set; }
    public required PersonState State { get; set; }

    /// <summary>Whether this is one of the invented people of a demonstration.</summary>
    public bool IsDemo { get; init; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the second factor; sessions end when it does.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int Failures { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }

    public string? AuthenticatorKey { get; set; }
    public bool HasSecondFactor { get; set; }

    /// <summary>The hash of the code that was accepted last, so that it is not accepted twice.</summary>
    public string? LastCode { get; set; }

    /// <summary>Hashes of the recovery codes that are left, with blanks between.</summary>
    public string RecoveryCodes { get; set; } = "";

    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? LastSeenAt { get; set; }

    public static string KeyOf(string email) => email.Trim().ToUpperInvariant();
}

/// <summary>A role that a person has.</summary>
public sealed class PersonRole
{
    public required Guid PersonId { get; init; }
    public required Role Role { get; init; }
}

/// <summary>A person at a provider of single sign-on, by the name that the provider gives for ever.</summary>
public sealed class OutsideAccount
{
    public required string Provider { get; init; }
    public required string Subject { get; init; }
    public required Guid PersonId { get; init; }
}
