namespace Trellis.Core.Access;

/// <summary>Who changes something, when, through which door and why. The argument of every write, and its audit record.</summary>
public sealed record Change(string Who, DateTimeOffset When, string Door, string Why);
