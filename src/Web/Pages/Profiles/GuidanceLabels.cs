using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance;
using Trellis.Core.Occupations;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Profiles;

/// <summary>What readers call the parts of a profile and of what is found with it.</summary>
public static class GuidanceLabels
{
    public static string Of(IStringLocalizer<Words> T, EducationLevel level) => level switch
    {
        EducationLevel.LessThanHighSchool => T["Less than high school"],
        EducationLevel.HighSchool => T["High school diploma or equivalent"],
        EducationLevel.SomeCollege => T["Some college, no degree"],
        EducationLevel.Certificate => T["Certificate after high school"],
        EducationLevel.Associate => T["Associate degree"],
        EducationLevel.Bachelor => T["Bachelor’s degree"],
        EducationLevel.Master => T["Master’s degree"],
        _ => T["Doctoral or professional degree"],
    };

    public static string Of(IStringLocalizer<Words> T, Rater rater) => rater switch
    {
        Rater.Self => T["The person"],
        Rater.Adviser => T["Adviser"],
        Rater.Teacher => T["Teacher"],
        _ => T["Employer"],
    };

    public static string Of(IStringLocalizer<Words> T, Schedules schedule) => schedule switch
    {
        Schedules.Days => T["Daytime"],
        Schedules.Evenings => T["Evenings"],
        Schedules.Nights => T["Nights"],
        Schedules.Weekends => T["Weekends"],
        _ => T["Part time"],
    };

    public static string Of(IStringLocalizer<Words> T, Transport transport) => transport switch
    {
        Transport.Car => T["By car"],
        Transport.PublicTransit => T["By bus or train"],
        _ => T["On foot or by bicycle"],
    };

    /// <summary>A level of the scale from 0 to 4 in everyday words.</summary>
    public static string Level(IStringLocalizer<Words> T, int level) => level switch
    {
        0 => T["Not at all"],
        1 => T["A little, with help"],
        2 => T["The usual cases alone"],
        3 => T["Hard cases too"],
        _ => T["Expert; others ask me"],
    };

    public static string Of(IStringLocalizer<Words> T, FitCriterion criterion) => criterion switch
    {
        FitCriterion.Skills => T["My skills"],
        FitCriterion.Interests => T["My interests"],
        FitCriterion.Pay => T["Pay"],
        FitCriterion.Outlook => T["Outlook"],
        FitCriterion.Preparation => T["Preparation"],
        _ => T["Near my job"],
    };

    public static string Of(IStringLocalizer<Words> T, GapState state) => state switch
    {
        GapState.Have => T["Have"],
        GapState.Partly => T["Partly"],
        GapState.Missing => T["Missing"],
        _ => T["Not assessed"],
    };

    public static string Of(IStringLocalizer<Words> T, LevelOrigin origin) => origin switch
    {
        LevelOrigin.Rated => T["rated"],
        LevelOrigin.WorkHistory => T["estimated from jobs"],
        _ => T["estimated from related skills"],
    };

    /// <summary>A type of interests by its letter.</summary>
    public static string Interest(IStringLocalizer<Words> T, char letter) => letter switch
    {
        'R' => T["Realistic: hands, tools, outdoors"],
        'I' => T["Investigative: finding out, thinking"],
        'A' => T["Artistic: making, expressing"],
        'S' => T["Social: helping, teaching"],
        'E' => T["Enterprising: leading, selling"],
        _ => T["Conventional: order, records, numbers"],
    };

    /// <summary>A part of the content model in both languages, as the name of a group of requirements.</summary>
    public static LanguageText Group(IStringLocalizer<Words> T, ElementGroup group) =>
        LanguageText.Of(Startup.Language, Occupations.OccupationLabels.Of(T, group));
}
