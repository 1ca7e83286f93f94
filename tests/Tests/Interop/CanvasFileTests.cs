using System.Text;
using CsCheck;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Canvas;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What Canvas asks of a table of outcomes: groups before what is in them, several parents for outcomes, points that fall.</summary>
public sealed class CanvasFileTests
{
    [Fact]
    public async Task Outcomes_OfASmallFramework_StandBelowTheirGroupsWithRatings()
    {
        var content = TestModel.Of(new Guid("5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55"), "Weld", "Reads", "Joins", "Bends");
        var (top, joins, bends) = (content.Statements[0], content.Statements[2], content.Statements[3]);
        (bends.ParentId, joins.Notation) = (joins.Id, " 1.2 ");
        content.Alignments.Add(new() { Id = Guid.NewGuid(), Type = "isChildOf", Origin = NodeRef.Statement(bends.Id), Destination = NodeRef.Statement(top.Id) });
        StatementTree.Arrange(content.Statements);

        var rows = await RowsAsync(content, Scale(0, 1, 2, 3, 4));

        Assert.StartsWith("vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,parent_guids,workflow_state,mastery_points,ratings,,", rows[0], StringComparison.Ordinal);
        var reads = content.Statements.Single(s => s.Text.In("en") == "Reads");
        Assert.Equal(
            [
                $"{content.Framework.Id},group,Weld,,,,,,active,,,,,,,,,,,",
                $"{top.Id},group,Weld,<p>Weld</p>,,,,{content.Framework.Id},active,,,,,,,,,,,",
                $"{joins.Id},group,1.2 Joins,<p>Joins</p>,,,,{top.Id},active,,,,,,,,,,,",
                $"{reads.Id},outcome,Reads,<p>Reads</p>,,,,{top.Id},active,2,4,Step 4,3,Step 3,2,Step 2,1,Step 1,0,Step 0",
                $"{bends.Id},outcome,Bends,<p>Bends</p>,,,,{joins.Id} {top.Id},active,2,4,Step 4,3,Step 3,2,Step 2,1,Step 1,0,Step 0",
            ],
            rows[1..]);
    }

    [Fact]
    public async Task Outcomes_WithoutAScale_HaveNoPoints()
    {
        var rows = await RowsAsync(TestModel.Of("Weld", "Reads"), null);

        Assert.EndsWith(",active,,", rows[^1], StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Equal(10, r.Count(c => c == ',')));
    }

    [Fact]
    public void AnyFramework_AsOutcomes_NamesOnlyGroupsThatStandAbove() => AnyFramework.Content.Sample(
        content =>
        {
            var table = CsvRows.Read(new("outcomes.csv", Bytes(content)), _ => { }).Skip(1).Select(r => r.Cells).ToList();
            var groups = new HashSet<string>();
            foreach (var row in table)
            {
                Assert.All(row[7].Split(' ', StringSplitOptions.RemoveEmptyEntries), parent => Assert.Contains(parent, groups));
                if (row[1] == "group")
                    groups.Add(row[0]);
            }
            Assert.Equal(content.Statements.Count + 1, table.Count);
        },
        iter: 200);

    private static Scale Scale(params int[] levels) => new()
    {
        Slug = "steps",
        Title = LanguageText.Of("en", "Steps"),
        Levels = [.. levels.Select(l => new ScaleLevel { ScaleSlug = "steps", Level = l, Title = LanguageText.Of("en", $"Step {l}"), Anchor = LanguageText.Of("en", "Does it") })],
    };

    private static async Task<string[]> RowsAsync(FrameworkContent content, Scale? scale)
    {
        using var stream = new MemoryStream();
        await CanvasWriter.WriteAsync(OutgoingModel.Of(content), scale, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split("\r\n");
    }

    private static byte[] Bytes(FrameworkContent content)
    {
        using var stream = new MemoryStream();
        CanvasWriter.WriteAsync(OutgoingModel.Of(content), Scale(0, 1), stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
