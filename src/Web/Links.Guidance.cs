namespace Trellis.Web;

/// <content>Addresses of guidance. None of them holds anything of a person's profile.</content>
public static partial class Links
{
    public const string Profile = "/profile";
    public const string ProfileJobs = "/profile/jobs";
    public const string ProfileAbout = "/profile/about";
    public const string ProfileFile = "/profile/trellis-profile.json";
    public const string ProfileResume = "/profile/resume.json";
    public const string ProfileOpen = "/profile/open";
    public const string ProfileForget = "/profile/forget";
    public const string Resume = "/profile/resume";
    public const string ResumeTake = "/profile/resume/take";
    public const string Skills = "/skills";
    public const string Interests = "/interests";
    public const string Fit = "/fit";
    public const string Gap = "/gap";

    // A page answers posts to its own address; forms go to one beside it.
    public const string SkillsSave = "/skills/save";
    public const string InterestsSave = "/interests/save";
    public const string FitSave = "/fit/save";

    public static string ProfileJob(int number, string what) => $"{ProfileJobs}/{number}/{what}";

    /// <summary>A page of guidance with a word on what was done or what went wrong.</summary>
    public static string Said(string page, string word) => $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={word}";

    /// <summary>All skill questions at once.</summary>
    public const string SkillList = "/skills?view=list";

    /// <summary>The statements of one block of a model, to be rated.</summary>
    public static string SkillsOfModel(string slug, Guid? block = null) => $"{Skills}?model={slug}" + (block is null ? "" : $"&block={block}");

    public static string GapTo(string code) => $"{Gap}?occupation={code}";

    public static string GapToModel(string slug, int level) => $"{Gap}?model={slug}&level={level}";
}
