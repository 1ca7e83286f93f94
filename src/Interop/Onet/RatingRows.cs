using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Tables;
using Trellis.Core.Storage;

namespace Trellis.Interop.Onet;

/// <summary>The files of ratings: one row for each occupation, element, scale and category.</summary>
internal static class RatingRows
{
    /// <summary>In the order of the elements that they rate, which is that of the table.</summary>
    private static readonly string[][] Files =
    [
        ["Abilities"], ["Interests", "Career Interest Types"], ["Work Values"], ["Specific Interest Areas"], ["Work Styles"],
        ["Skills", "Essential Skills"], ["Transferable Skills"], ["Knowledge"], ["Education, Training, and Experience", "Education"],
        ["Training and Experience"], ["Work Activities"], ["Work Context"],
    ];

    private static readonly BulkColumn[] Columns = OnetLoad.Columns(
        [("code", typeof(string)), ("element_id", typeof(string)), ("scale", typeof(string)), ("category", typeof(int)), .. RatingCells.Columns,
            ("is_not_relevant", typeof(bool)), ("date", typeof(string)), ("source", typeof(string))]);

    public static Task WriteAsync(OnetLoad load) =>
        load.InsertAsync("occupation_ratings", Columns, CodeMerge.Merge([.. Files.Select(f => load.Open(f)).OfType<OnetFile>().Select(f => Read(load, f))]));

    private static IEnumerable<CodedRow> Read(OnetLoad load, OnetFile file)
    {
        var (code, element, name) = (file.Need("O*NET-SOC Code"), file.Need("Element ID"), file.Find("Element Name"));
        var (cells, relevant) = (new RatingCells(load, file), file.Find("Not Relevant"));
        var groups = OnetViews.Ratings[OnetNames.Table(file.Title)];
        object key = load.Key;
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation || load.Elements.Element(row, element, name) is not { } rated || cells.Read(row) is not { } rating)
                continue;
            if (rated.Group is not { } group || !groups.Contains(group))
                load.Reject(row, "foreign-element", "Element ID", "The element {0} does not belong into this file.", rated.Id);
            else if (!occupation.Rated.Add(rating.KeyOf(rated.Index)))
                load.Reject(row, "twice", "Element ID", "{0} stands in the file before.", $"{occupation.Code} {rated.Id} {rating.Scale.Id} {rating.Category}");
            else
                yield return new(occupation.Code, Cells(rating, rated, occupation, group));
        }

        object?[] Cells(Rating rating, OnetElement rated, OnetOccupation occupation, ElementGroup group)
        {
            occupation.HasRatings |= group is ElementGroup.Abilities or ElementGroup.EssentialSkills or ElementGroup.TransferableSkills or ElementGroup.Knowledge or ElementGroup.WorkActivities;
            occupation.HasData = true;
            return
            [
                key, occupation.Code, rated.Id, rating.Scale.Id, OnetLoad.Cell(rating.Category), rating.Value, OnetLoad.Cell(rating.Raters), rating.StandardError,
                rating.LowerBound, rating.UpperBound, OnetLoad.Cell(rating.IsUncertain), OnetLoad.Cell(OnetLoad.Flag(rating.Row, relevant)), rating.Date, rating.Source,
            ];
        }
    }
}
