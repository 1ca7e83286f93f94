using Trellis.Core.Training;

namespace Trellis.Web;

/// <content>Addresses of training programs.</content>
public static partial class Links
{
    public const string Training = "/training";
    public const string TrainingCompare = "/training/compare";
    public const string Credentials = "/credentials";

    public static string Program(string id) => $"{Training}/{Uri.EscapeDataString(id)}";

    public static string Provider(string id) => $"{Training}/providers/{Uri.EscapeDataString(id)}";

    /// <summary>The comparison of these programs, and as a file where an ending is given.</summary>
    public static string ComparePrograms(IEnumerable<string> ids, string ending = "", TargetWage? target = null) => CompareFor(ids, target?.Soc ?? "", ending)
        + (target is null ? "" : "&area=" + Uri.EscapeDataString(target.Market.Area.Code));

    /// <summary>The comparison of these programs for somebody who wants an occupation, by its code or any name.</summary>
    public static string CompareFor(IEnumerable<string> ids, string occupation, string ending = "") =>
        TrainingCompare + ending + "?" + string.Join('&', ids.Select(id => "p=" + Uri.EscapeDataString(id)))
        + (occupation.Length > 0 ? "&occupation=" + Uri.EscapeDataString(occupation) : "");
}
