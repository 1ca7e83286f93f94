using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>The versions that a person asked to compare, found, with the language chosen for each.</summary>
public sealed record ComparisonRequest(IReadOnlyList<Model> Models, IReadOnlyList<string> Languages)
{
    /// <summary>Equal for requests with the same answer: versions never change.</summary>
    public string Key => string.Join('|', Models.Zip(Languages, (m, l) => string.Create(CultureInfo.InvariantCulture, $"{m.Version.Key}:{l}")));
}

/// <summary>Finds the models that a person named and compares them; what every door asks.</summary>
public static class ComparisonReader
{
    /// <summary>Finds the named versions, or says which names are not right.</summary>
    public static async Task<ComparisonRequest> FindAsync(Db db, IReadOnlyList<ModelName> names, string language, CancellationToken stop = default)
    {
        if (names.Count is < ModelComparison.FewestModels or > ModelComparison.MostModels)
            throw new UnusableInputException(Problem.Rejected("number-of-models", "m", "Choose two to four models to compare."));
        var models = new List<Model>();
        var problems = new List<Problem>();
        foreach (var name in names)
        {
            if (await ModelCatalog.FindAsync(db, name.Slug, name.Number, stop) is { } model)
                models.Add(model);
            else
                problems.Add(Problem.Rejected("unknown-model", "m", "There is no published model or version with the name {0}.", name.ToString()));
        }
        if (models.Select(m => m.Version.Key).Distinct().Count() < models.Count)
            problems.Add(Problem.Rejected("model-twice", "m", "The same version is chosen twice. Choose different models or versions."));
        if (models.Sum(m => m.Version.Statements) > ComparedModels.MostStatements)
        {
            problems.Add(Problem.Rejected("too-many-statements", "m", "These models have more than {0} statements together. Choose smaller models or fewer of them.",
                ComparedModels.MostStatements.ToString(CultureInfo.InvariantCulture)));
        }
        return problems.Count > 0
            ? throw new UnusableInputException(problems)
            : new(models, ComparedLanguage.Choose([.. models.Select(m => m.Version)], language));
    }

    public static async Task<ModelComparison> CompareAsync(Db db, ComparisonRequest request, CancellationToken stop = default) =>
        ModelComparer.Compare(await ComparedModels.ReadAsync(db, request.Models, request.Languages, stop));
}
