using System.Text;
using CsCheck;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Interop.CredentialEngine;
using Trellis.Interop.Moodle;
using Trellis.Interop.OpenSalt;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What goes out in a form of another system comes back, and then goes out in the same bytes, whatever that form could not carry.</summary>
public sealed class ForeignRoundTripTests
{
    private delegate Task Write(OutgoingModel model, Stream stream, CancellationToken stop);

    [Fact]
    public void AnyFramework_AsMoodleCsv_GoesOutTheSameAgain() => AnyFramework.Content.Where(c => c.Statements.Count > 0).Sample(c => AssertMoodle(c), iter: 500);

    [Fact]
    public void AnyFramework_AsEngineCsv_GoesOutTheSameAgain() => AnyFramework.Content.Where(c => c.Statements.Count > 0).Sample(c => AssertEngine(c), iter: 500);

    [Fact]
    public void AnyFramework_AsOpenSaltWorkbook_GoesOutTheSameFromTheSecondTimeOn() => AnyFramework.Content.Where(c => c.Statements.Count > 0).Sample(c => AssertOpenSalt(c), iter: 150);

    [Fact]
    public void Moodle_OfASmallFramework_IsWrittenAsTheGoldenFileSays() => CsvGolden.Compare("small-moodle.csv", Bytes(CsvGolden.Content(), Moodle));

    [Fact]
    public void Engine_OfASmallFramework_IsWrittenAsTheGoldenFileSays() => CsvGolden.Compare("small-ce.csv", Bytes(CsvGolden.Content(), EngineWriter.WriteAsync));

    [Fact]
    public void FileOfMoodle_WithRulesRelationsAndAnotherLanguage_KeepsAllOfIt()
    {
        const string Csv = """
            Id du parent,Numéro,Nom court,Description,Format,Barème,Configuration,Type de règle,Résultat,Config,Liens,Id exporté,Est référentiel,Taxonomie
            ,FW,Soudage,<p>Tout</p>,1,"Non,Oui","[{""scaleid"":""2""}]",,,,,,1,"domain,competency,skill,skill"
            ,"A,1",Lire,<p>Lit les <b>plans</b></p>,1,,,core_competency\competency_rule_all,1,null,B,7,,
            "A,1",B,Souder,,1,,,,,null,"A%2C1",8,,
            """;

        var (content, report) = FrameworkImport.Read(new("m.csv", Encoding.UTF8.GetBytes(Csv)), ImportMode.Strict);

        Assert.Empty(report.Problems);
        Assert.Equal(("moodle", "Soudage"), (report.Format, content!.Version.Title.ToString()));
        Assert.Equal([("A,1", 0, "<p>Lit les <b>plans</b></p>"), ("B", 1, "Souder")], content.Statements.Select(s => (s.Notation!, s.Depth, s.Text.ToString())));
        Assert.Equal(2, content.Alignments.Count);
        Assert.Contains(@"core_competency\\competency_rule_all", content.Statements[0].Extensions, StringComparison.Ordinal);
        var again = Encoding.UTF8.GetString(Bytes(content, Moodle));
        Assert.Contains("\"A,1\",Lire,<p>Lit les <b>plans</b></p>,1,,,core_competency\\competency_rule_all,1,null,B,7,,", again, StringComparison.Ordinal);
        Assert.Contains(",FW,Soudage,<p>Tout</p>,1,\"Non,Oui\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultyRows_OfTheirForms_AreNamed()
    {
        var moodle = FrameworkImport.Read(new("m.csv", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", 12)) + ",Is framework,y\r\n,F,Frame,,1,,,,,,,,1,\r\nZ,A,Able,,1,,,,,,Q,,,\r\n,A,Again,,1,,,,,,,,,\r\n")), ImportMode.Tolerant).Report;
        var engine = FrameworkImport.Read(new("c.csv", Encoding.UTF8.GetBytes("@id,ceterms:ctid,@type,ceasn:competencyText\r\n,,ceasn:Competency,Cuts\r\n,ce-5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55,ceasn:Competency,\r\n,ce-5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c56,ceasn:Competency,Bends\r\n")), ImportMode.Tolerant).Report;

        Assert.Equal(
            [("duplicate-identifier", "row 4, ID number"), ("missing-parent", "row 3, Parent ID number"), ("unknown-related", "row 3, Cross-referenced competency ID numbers")],
            moodle.Problems.Select(p => (p.Code, p.Where)));
        Assert.Equal([("missing-field", "row 2, ceterms:ctid"), ("missing-text", "row 3, ceasn:competencyText"), ("no-framework-row", "")], engine.Problems.Select(p => (p.Code, p.Where)));
    }

    [Fact]
    public void LongText_ForOpenSalt_IsRefusedAndNotCut()
    {
        var content = CsvGolden.Content();
        content.Statements[1].Text = Trellis.Core.Text.LanguageText.Of("en", new string('x', 32_768));

        var refused = Assert.Throws<Trellis.Core.Codes.UnusableInputException>(() => Bytes(content, OpenSaltWriter.WriteAsync));

        Assert.Equal(("text-too-long", "CF Item!3, fullStatement"), (refused.Problems[0].Code, refused.Problems[0].Where));
    }

    internal static void AssertMoodle(FrameworkContent content) => AssertSame("any.csv", MoodleReader.Name, Bytes(content, Moodle), Moodle);

    internal static void AssertEngine(FrameworkContent content) => AssertSame("any.csv", EngineReader.Name, Bytes(content, EngineWriter.WriteAsync), EngineWriter.WriteAsync);

    internal static void AssertOpenSalt(FrameworkContent content) =>
        AssertSame("any.xlsx", "opensalt-xlsx", Bytes(Read("any.xlsx", "opensalt-xlsx", Bytes(content, OpenSaltWriter.WriteAsync)), OpenSaltWriter.WriteAsync), OpenSaltWriter.WriteAsync);

    private static Task Moodle(OutgoingModel model, Stream stream, CancellationToken stop) => MoodleWriter.WriteAsync(model, null, stream, stop);

    private static void AssertSame(string name, string format, byte[] first, Write write)
    {
        var again = Bytes(Read(name, format, first), write);
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(again));
        Assert.Equal(first, again);
    }

    private static FrameworkContent Read(string name, string format, byte[] bytes)
    {
        var (content, report) = FrameworkImport.Read(new(name, bytes), ImportMode.Tolerant);
        Assert.True(content is not null, string.Join("; ", report.Problems.Select(p => p.Where + " " + p.Message)));
        Assert.Equal(format, report.Format);
        return content;
    }

    private static byte[] Bytes(FrameworkContent content, Write write)
    {
        var stream = new MemoryStream();
        write(OutgoingModel.Of(content), stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
