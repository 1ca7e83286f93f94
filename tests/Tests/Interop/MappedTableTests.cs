using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Interop.Tables;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Any table, read by what somebody said of its columns.</summary>
public sealed class MappedTableTests
{
    public static TheoryData<string, string, string> Trees => new()
    {
        { "parent", "Nr,Skill,Above\r\n1,Welds,\r\n1a,Strikes,1\r\n2,Cuts,\r\n", "Nr: notation;Skill: text;Above: parent" },
        { "level", "L,What\r\n1,Welds\r\n2,Strikes\r\n1,Cuts\r\n", "L: level;What: text" },
        { "outline", "Place,What\r\n1,Welds\r\n1.1,Strikes\r\n2,Cuts\r\n", "Place: outline;What: text" },
        { "indent", "What\r\nWelds\r\n   Strikes\r\nCuts\r\n", "What: indented-text" },
        { "heading rows", "Area,What\r\nWelds,Strikes\r\nCuts,\r\n", "Area: group;What: text" },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Tree_ToldInAnyWay_IsTheSame(string way, string csv, string roles)
    {
        var (content, report) = Read(csv, roles);

        Assert.True(content is not null, way + string.Join("; ", report.Problems.Select(p => p.Message)));
        Assert.Equal([("Welds", 0), ("Strikes", 1), ("Cuts", 0)], content.Statements.Select(s => (s.Text.ToString(), s.Depth)));
    }

    [Fact]
    public void Headings_InSeveralColumns_AreOpenedWhereTheyChange()
    {
        var (content, _) = Read("Area,Block,What,Code\r\nA,x,One,1\r\n,,Two,2\r\n,y,Three,3\r\nB,y,Four,4\r\n,,,\r\nB,,Five,5\r\n", "Area: group;Block: group;What: text;Code: keep");

        Assert.Equal(["A", " x", "  One", "  Two", " y", "  Three", "B", " y", "  Four", "  Five"], content!.Statements.Select(s => new string(' ', s.Depth) + s.Text));
        Assert.Equal(["Area", "Block"], content.Statements.Take(2).Select(s => s.TypeLabel));
        Assert.Equal("{\"Code\":\"1\"}", content.Statements[2].Extensions);
    }

    [Fact]
    public void Table_ReadAgain_GivesTheSameIdentifiers()
    {
        var (first, second) = (Read("L,What\r\n1,Welds\r\n2,Welds\r\n", "L: level;What: text").Content!, Read("L,What\r\n1,Welds\r\n2,Welds\r\n", "L: level;What: text").Content!);

        Assert.Equal(first.Statements.Select(s => s.Id), second.Statements.Select(s => s.Id));
        Assert.Equal(ContentHash.Of(first), ContentHash.Of(second));
    }

    [Fact]
    public void FaultyRows_AreNamedByRow()
    {
        var report = Read("L,What,Up\r\nx,Welds,\r\n1,,\r\n1,Cuts,9,stray\r\n", "L: level;What: text;Up: related").Report;

        Assert.Equal([("no-level", "row 2, L"), ("missing-text", "row 3, What"), ("cell-without-column", "row 4")], report.Problems.Where(p => p.Code != "no-identifier").Select(p => (p.Code, p.Where)));
    }

    [Fact]
    public void SheetOfAWorkbook_IsReadWithItsFormulasAsTheyShow()
    {
        var book = OpenSaltBook.Of(("Notes", [["x"]]), ("Skills", [["Level", "Skill"], [1, "Welds"], [2, new BookCell("Strikes", "str", Formula: "A1")]]));
        var mapping = MappedColumns.Parse("m.yaml", "title: Shop\nsheet: Skills\ncolumns:\n  Level: level\n  Skill: text\n");

        var (content, report) = FrameworkImport.Read(new("shop.xlsx", book), ImportMode.Tolerant, MappedTable.Format(mapping));

        Assert.Equal(("Shop", "xlsx-table"), (content!.Version.Title.ToString(), report.Format));
        Assert.Equal([("Welds", 0), ("Strikes", 1)], content.Statements.Select(s => (s.Text.ToString(), s.Depth)));
        Assert.Equal("Skills!B3", Assert.Single(report.Problems, p => p.Code == "formula-cell").Where);
    }

    [Fact]
    public void Names_OfColumns_SuggestWhatTheyHold()
    {
        var mapping = MappedColumns.Guess(["Domain", "Competency", "Code", "Level", "Owner"], "T");

        Assert.Equal([MappedRole.Group, MappedRole.Text, MappedRole.Notation, MappedRole.Level, MappedRole.Keep], mapping.Columns.Values);
        Assert.Equal(mapping.Columns, MappedColumns.Parse("m.yaml", mapping.ToYaml()).Columns);
    }

    [Theory]
    [InlineData("columns:\n  A: perhaps\n")]
    [InlineData("columns: {}\n")]
    [InlineData("- a\n")]
    public void Mapping_ThatIsNone_IsRefusedWithItsLine(string yaml)
    {
        var refused = Assert.Throws<UnusableInputException>(() => MappedColumns.Parse("m.yaml", yaml));

        Assert.StartsWith("m.yaml, line ", refused.Problems[0].Where, StringComparison.Ordinal);
    }

    private static ReadFramework Read(string csv, string roles) => FrameworkImport.Read(
        new("table.csv", Encoding.UTF8.GetBytes(csv)), ImportMode.Tolerant,
        MappedTable.Format(MappedColumns.Parse("m.yaml", "title: T\ncolumns:\n" + string.Concat(roles.Split(';').Select(r => $"  {r}\n")))));
}
