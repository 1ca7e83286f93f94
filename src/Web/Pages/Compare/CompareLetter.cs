namespace Trellis.Web.Pages.Compare;

/// <summary>The short name of a model in a picture or beside a text: A for the first.</summary>
public static class CompareLetter
{
    public static string Of(int index) => ((char)('A' + index)).ToString();
}
