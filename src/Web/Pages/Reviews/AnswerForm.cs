using Trellis.Core.Competencies.Review;

namespace Trellis.Web.Pages.Reviews;

/// <summary>Reads what a reviewer marked; a statement without a verdict is passed over.</summary>
public static class AnswerForm
{
    public static List<GivenRating> Read(IFormCollection form)
    {
        var ratings = new List<GivenRating>();
        foreach (var name in form.Keys.Where(k => k.StartsWith("verdict-", StringComparison.Ordinal)))
        {
            var id = name["verdict-".Length..];
            if (Guid.TryParse(id, out var statement) && Enum.TryParse<Verdict>(form[name], out var verdict) && Enum.IsDefined(verdict))
                ratings.Add(new(statement, Number(form, "revision-" + id) ?? 0, verdict, Number(form, "importance-" + id), Number(form, "frequency-" + id), Number(form, "level-" + id), form["comment-" + id]));
        }
        return ratings;
    }

    private static int? Number(IFormCollection form, string name) => int.TryParse(form[name], out var number) ? number : null;
}
