using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies.RequirementProfiles;

namespace Trellis.Web;

/// <summary>What readers call the kinds, states and facts of requirement profiles.</summary>
public static class RequirementWords
{
    public static string Of(IStringLocalizer<Words> T, RequirementKind kind) => kind switch
    {
        RequirementKind.Consensus => T["Consensus of employers"],
        RequirementKind.JobOrder => T["Job order"],
        _ => T["Own choice"],
    };

    public static string Of(IStringLocalizer<Words> T, RequirementStatus status) => status switch
    {
        RequirementStatus.Draft => T["Draft"],
        RequirementStatus.Published => T["Published"],
        RequirementStatus.Superseded => T["Replaced by a newer one"],
        _ => T["Withdrawn"],
    };

    public static string Of(IStringLocalizer<Words> T, PayUnit unit) => unit switch
    {
        PayUnit.Hour => T["an hour"],
        PayUnit.Week => T["a week"],
        PayUnit.Month => T["a month"],
        _ => T["a year"],
    };

    /// <summary>An importance from 0 to 4 in everyday words.</summary>
    public static string Importance(IStringLocalizer<Words> T, int importance) => importance switch
    {
        0 => T["Does not matter"],
        1 => T["Matters a little"],
        2 => T["Matters"],
        3 => T["Matters a lot"],
        _ => T["Nobody can do the job without it"],
    };

    /// <summary>A day as one writes it; null where none was told.</summary>
    public static string? Day(DateOnly? day) => day is { } known ? Reading.Day(new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero)) : null;

    /// <summary>The title, and of a job order who hires.</summary>
    public static string Name(RequirementProfile profile) => profile.Job is { Employer: { } employer } ? $"{profile.Title} – {employer}" : profile.Title;

    /// <summary>The pay in dollars and cents; null where none was told.</summary>
    public static string? Pay(IStringLocalizer<Words> T, OfferedPay pay) => pay.IsTold ? Told(T, pay) : null;

    private static string Told(IStringLocalizer<Words> T, OfferedPay pay) => pay switch
    {
        { From: { } from, To: { } to, Per: { } per } when from != to => T["{0} to {1} {2}", Money(from), Money(to), Of(T, per)],
        { To: null, From: { } from, Per: { } per } => T["from {0} {1}", Money(from), Of(T, per)],
        { From: null, To: { } to, Per: { } per } => T["up to {0} {1}", Money(to), Of(T, per)],
        _ => T["{0} {1}", Money(pay.From!.Value), Of(T, pay.Per!.Value)],
    };

    /// <summary>Who stands behind it.</summary>
    public static string Behind(IStringLocalizer<Words> T, RequirementProfile profile) => profile switch
    {
        { Employers: 1 } => T["1 employer"],
        { Employers: { } count } => T["{0} employers", count],
        { Job.Employer: { } employer } => employer,
        _ => T["Whoever made it"],
    };

    private static string Money(long cents) => "$" + (cents / 100m).ToString(cents % 100 == 0 ? "N0" : "N2", CultureInfo.CurrentCulture);
}
