using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Tables;
using Trellis.Core.Storage;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>Rows of O*NET tables with filters and an order, on both databases and from files that are kept as they are.</summary>
public abstract class OnetTableSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Theory]
    [InlineData("job_zones", "", "onetsoc_code", "29-1141.00|47-2111.00")]
    [InlineData("job_zones", "job_zone.gt.3", "onetsoc_code", "29-1141.00")]
    [InlineData("job_zones", "job_zone.ngt.3", "onetsoc_code", "47-2111.00")]
    [InlineData("job_zones", "date_updated.onafter.2022-08-01", "onetsoc_code", "47-2111.00")]
    [InlineData("occupation_data", "title.contains.REG_", "onetsoc_code", "")]
    [InlineData("occupation_data", "title.endswith.nurses", "onetsoc_code", "29-1141.00")]
    [InlineData("task_statements", "task_type.na", "task_id", "101")]
    [InlineData("task_statements", "task_type.neq.Core", "task_id", "101")]
    [InlineData("task_ratings", "category.nna", "data_value", "83")]
    [InlineData("task_ratings", "recommend_suppress.eq.y", "task", "Hold \"bedside\" talks.")]
    [InlineData("work_context", "scale_id.eq.CTP", "category", "2")]
    [InlineData("related_occupations", "", "related_index", "1")]
    [InlineData("tasks_to_dwas", "", "dwa_title", "Watch the sick.")]
    [InlineData("level_scale_anchors", "", "anchor_value", "2")]
    [InlineData("ete_categories", "", "category_description", "Bachelor's Degree")]
    [InlineData("task_categories", "", "category", "5")]
    [InlineData("job_zone_reference", "", "svp_range", "(7.0 to < 8.0)")]
    [InlineData("technology_skills", "hot_technology.eq.Y", "commodity_code", "43230000")]
    [InlineData("tools_used", "", "example", "Side cutters")]
    [InlineData("sample_of_reported_titles", "", "shown_in_my_next_move", "Y")]
    [InlineData("dwa_reference", "", "iwa_id", "4.A.1.a.1.I01")]
    [InlineData("iwa_reference", "iwa_title.contains.people", "iwa_id", "4.A.1.a.1.I01")]
    [InlineData("survey_booklet_locations", "scale_id.neq.IM", "element_id", "")]
    public async Task Rows_OfATable_AreThoseThatMeetTheFilter(string table, string filter, string column, string expected)
    {
        var reader = await OnetTableReader.FindAsync(_db, 1, table, TestContext.Current.CancellationToken);
        Assert.NotNull(reader);
        var filters = filter.Length == 0 ? [] : new[] { OnetFilter.Parse(filter, reader.Columns, out var fault) ?? throw new InvalidOperationException(fault) };

        var page = await reader.ReadAsync(new(filters, [], 1, 20), TestContext.Current.CancellationToken);

        var place = reader.Columns.ToList().IndexOf(column);
        Assert.Equal(expected, string.Join('|', page.Rows.Select(r => Convert.ToString(r[place], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(page.Total, page.Rows.Count);
    }

    [Theory]
    [InlineData("occupation_data", "title.descending", "onetsoc_code", "29-1141.00|47-2111.00")]
    [InlineData("skills", "data_value.descending", "scale_id", "LV|IM")]
    [InlineData("survey_booklet_locations", "survey_item_number", "element_id", "2.A.1.a")]
    public async Task Rows_Sorted_StandInThatOrder(string table, string sort, string column, string expected)
    {
        var reader = await OnetTableReader.FindAsync(_db, 1, table, TestContext.Current.CancellationToken);

        var page = await reader!.ReadAsync(new([], [OnetSort.Parse(sort, reader.Columns, out _)!], 1, 2), TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join('|', page.Rows.Select(r => r[reader.Columns.ToList().IndexOf(column)])));
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        await OnetSample.LoadAsync(_db, OnetSample.Source());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class OnetTablesOnSqlite() : OnetTableSuite(TestDb.SqliteAsync);

public sealed class OnetTablesOnPostgres() : OnetTableSuite(TestDb.PostgresAsync);

/// <summary>docs/formulas.md, "Standardised rating".</summary>
public sealed class RatingScaleTests
{
    [Theory]
    [InlineData(1, 5, 4.12, 78)]
    [InlineData(1, 5, 1, 0)]
    [InlineData(0, 7, 3.5, 50)]
    [InlineData(-3, 3, 0, 50)]
    [InlineData(1, 5, 6, 100)]
    [InlineData(1, 1, 1, 0)]
    public void Standard_OfAValue_IsItsPlaceOnTheScale(double lowest, double highest, double value, double expected) =>
        Assert.Equal(expected, new RatingScale { ReleaseKey = 1, Id = "X", Name = "X", Lowest = lowest, Highest = highest }.Standard(value), precision: 9);

    [Theory]
    [InlineData("O*NET-SOC Code", "onetsoc_code")]
    [InlineData("Related O*NET-SOC Code", "related_onetsoc_code")]
    [InlineData("Source(s)", "sources")]
    [InlineData("Date", "date_updated")]
    [InlineData("Index", "related_index")]
    [InlineData("Lower CI Bound", "lower_ci_bound")]
    public void Column_ByItsTitle_HasTheIdOfTheServices(string title, string id) => Assert.Equal(id, OnetNames.Column(title));

    [Theory]
    [InlineData("Education, Training, and Experience", "education_training_experience")]
    [InlineData("Tasks to DWAs", "tasks_to_dwas")]
    [InlineData("UNSPSC Reference", "unspsc_reference")]
    public void Table_ByItsTitle_HasTheIdOfTheServices(string title, string id) => Assert.Equal(id, OnetNames.Table(title));
}
