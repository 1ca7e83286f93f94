using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Tests.Support;

namespace Trellis.Tests.Occupations;

/// <summary>A small release of our own: ten occupations with the names that people give them.</summary>
internal static class TestOccupations
{
    public static OccupationTexts Texts { get; } = Of(0);

    public static OccupationTexts Of(int release) => new()
    {
        Occupations =
        [
            Occupation(release, "29-1141.00", "Registered Nurses"), Occupation(release, "29-1141.03", "Critical Care Nurses"),
            Occupation(release, "29-2061.00", "Licensed Practical and Licensed Vocational Nurses"), Occupation(release, "31-1131.00", "Nursing Assistants"),
            Occupation(release, "53-3032.00", "Heavy and Tractor-Trailer Truck Drivers"), Occupation(release, "53-7051.00", "Industrial Truck and Tractor Operators"),
            Occupation(release, "15-1252.00", "Software Developers"), Occupation(release, "15-1242.00", "Database Administrators"),
            Occupation(release, "39-5012.00", "Hairdressers and Cosmetologists"), Occupation(release, "51-4121.00", "Welders and Cutters"),
        ],
        Titles =
        [
            .. Titles(release, "29-1141.00", "Nurse", "Registered Nurse (RN)", "Staff Nurse", "School Nurse", "Charge Nurse"),
            .. Titles(release, "29-1141.03", "Critical Care Nurse", "Intensive Care Unit Nurse", "Staff Nurse"),
            .. Titles(release, "29-2061.00", "Licensed Practical Nurse (LPN)", "Office Nurse"),
            .. Titles(release, "31-1131.00", "Certified Nursing Assistant (CNA)", "Nurse Aide", "Hospital Attendant"),
            .. Titles(release, "53-3032.00", "Truck Driver", "Long Haul Driver", "Tanker Driver", "Log Truck Driver"),
            .. Titles(release, "53-7051.00", "Forklift Operator", "Lift Truck Operator", "Warehouse Driver"),
            .. Titles(release, "15-1252.00", "Software Engineer", "Application Developer", "Programmer"),
            .. Titles(release, "15-1242.00", "Database Manager", "Data Modeler"),
            .. Titles(release, "39-5012.00", "Hair Stylist", "Barber Stylist", "Beautician"),
            .. Titles(release, "51-4121.00", "Welder", "Pipe Welder", "Fabrication Welder"),
        ],
        Tasks =
        [
            Task(release, "39-5012.00", 1, "Shampoo, cut and color the hair of customers."),
            Task(release, "51-4121.00", 2, "Join pieces of metal with an electric arc."),
            Task(release, "15-1242.00", 3, "Plan and tune tables and indexes so that queries are answered fast."),
        ],
        Technologies =
        [
            Technology(release, "15-1252.00", 1, "Python", isInDemand: true), Technology(release, "15-1242.00", 1, "Python", isInDemand: false),
            Technology(release, "53-7051.00", 1, "Pallet jacks", isInDemand: false, TechnologyKind.Tool),
        ],
    };

    public static Task<DataRelease> LoadAsync(Db db, string edition, Func<OccupationTexts, OccupationTexts>? change = null)
    {
        var release = new DataRelease { Kind = ReleaseKinds.Onet, Title = $"Test titles {edition}", Edition = edition, Attribution = "Written for tests." };
        return new ReleaseEditor(db).LoadAsync(release, async rows =>
        {
            var texts = Of(rows.Key);
            texts = change is null ? texts : change(texts);
            db.AddRange(texts.Occupations);
            db.AddRange(texts.Titles);
            db.AddRange(texts.Tasks);
            db.AddRange(texts.Technologies);
            await db.SaveChangesAsync();
        }, TestModel.Change);
    }

    public static Occupation Occupation(int release, string code, string title) => new() { ReleaseKey = release, Code = code, Soc = code[..7], Title = title };

    public static IEnumerable<OccupationTitle> Titles(int release, string code, params string[] titles) => titles.Index().Select(t => new OccupationTitle
    {
        ReleaseKey = release,
        Code = code,
        Ordinal = t.Index,
        Kind = TitleKind.Alternate,
        Text = t.Item,
    });

    private static OccupationTask Task(int release, string code, int id, string text) => new() { ReleaseKey = release, Code = code, TaskId = id, Text = text };

    private static OccupationTechnology Technology(int release, string code, int ordinal, string name, bool isInDemand, TechnologyKind kind = TechnologyKind.Software) => new()
    {
        ReleaseKey = release,
        Code = code,
        Ordinal = ordinal,
        Kind = kind,
        Example = name,
        CommodityCode = "",
        CommodityTitle = kind == TechnologyKind.Tool ? "Hand trucks" : "Programming software",
        IsInDemand = isInDemand,
    };
}
