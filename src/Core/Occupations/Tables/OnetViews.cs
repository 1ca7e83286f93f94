namespace Trellis.Core.Occupations.Tables;

/// <summary>The files of the O*NET database whose rows stand in tables of their own kind, by the id of the table.</summary>
public static class OnetViews
{
    private static readonly (string Id, string Expression) Code = ("onetsoc_code", "r.code");
    private static readonly (string Id, string Expression) Title = ("title", "o.title");
    private static readonly (string Id, string Expression) Source = ("domain_source", "r.source");
    private static readonly (string Id, string Expression) Date = ("date_updated", DateOf("r.date"));
    private static readonly (string Id, string Expression) Scale = ("scale_id", "r.scale");
    private static readonly (string Id, string Expression) ScaleName = ("scale_name", "s.name");
    private static readonly (string Id, string Expression) Element = ("element_id", "r.element_id");
    private static readonly (string Id, string Expression) ElementName = ("element_name", "e.name");

    public static OnetView? Find(string table) => All.GetValueOrDefault(table);

    private static Dictionary<string, OnetView> Build()
    {
        var views = new Dictionary<string, OnetView>(StringComparer.Ordinal)
        {
            ["occupation_data"] = OnetView.Of("occupations r where r.release_key = {0}", "onetsoc_code", Code, ("title", "r.title"), ("description", "r.description")),
            ["job_zones"] = OnetView.Of("occupations r where r.release_key = {0} and r.job_zone is not null", "onetsoc_code",
                Code, ("title", "r.title"), ("job_zone", "r.job_zone"), ("date_updated", DateOf("r.job_zone_date")), ("domain_source", "r.job_zone_source")),
            ["job_zone_reference"] = OnetView.Of("occupation_job_zones r where r.release_key = {0}", "job_zone",
                ("job_zone", "r.zone"), ("name", "r.name"), ("experience", "r.experience"), ("education", "r.education"),
                ("job_training", "r.training"), ("examples", "r.examples"), ("svp_range", "r.svp_range")),
            ["content_model_reference"] = OnetView.Of("occupation_elements r where r.release_key = {0}", "element_id",
                ("element_id", "r.id"), ("element_name", "r.name"), ("description", "r.description")),
            ["scales_reference"] = OnetView.Of("occupation_scales r where r.release_key = {0}", "scale_id",
                ("scale_id", "r.id"), ("scale_name", "r.name"), ("minimum", "r.lowest"), ("maximum", "r.highest")),
            ["related_occupations"] = OnetView.Of(WithTitle("occupation_related r left join occupations x on x.release_key = r.release_key and x.code = r.related_code"),
                "onetsoc_code, related_index", Code, Title, ("related_onetsoc_code", "r.related_code"), ("related_title", "x.title"),
                ("relatedness_tier", "r.tier"), ("related_index", "r.rank")),
            ["dwa_reference"] = OnetView.Of("occupation_activities r left join occupation_elements e on e.release_key = r.release_key and e.id = r.element_id where r.release_key = {0}",
                "dwa_id", Element, ElementName, ("iwa_id", "r.group_id"), ("iwa_title", "r.group_title"), ("dwa_id", "r.id"), ("dwa_title", "r.title")),
        };
        AddTitles(views);
        AddTasks(views);
        AddTechnologies(views);
        AddPoints(views);
        foreach (var (table, groups) in Ratings)
            views[table] = RatingsOf(groups);
        return views;
    }

    /// <summary>The files of ratings, and the parts of the content model that each holds.</summary>
    public static IReadOnlyDictionary<string, ElementGroup[]> Ratings { get; } = new Dictionary<string, ElementGroup[]>(StringComparer.Ordinal)
    {
        ["abilities"] = [ElementGroup.Abilities],
        ["interests"] = [ElementGroup.Interests],
        ["career_interest_types"] = [ElementGroup.Interests],
        ["work_values"] = [ElementGroup.WorkValues],
        ["specific_interest_areas"] = [ElementGroup.SpecificInterests],
        ["work_styles"] = [ElementGroup.WorkStyles],
        ["skills"] = [ElementGroup.EssentialSkills, ElementGroup.TransferableSkills],
        ["essential_skills"] = [ElementGroup.EssentialSkills],
        ["transferable_skills"] = [ElementGroup.TransferableSkills],
        ["knowledge"] = [ElementGroup.Knowledge],
        ["education_training_experience"] = [ElementGroup.Education, ElementGroup.Experience],
        ["education"] = [ElementGroup.Education],
        ["training_and_experience"] = [ElementGroup.Experience],
        ["work_activities"] = [ElementGroup.WorkActivities],
        ["work_context"] = [ElementGroup.WorkContext],
    };

    private static OnetView RatingsOf(ElementGroup[] groups)
    {
        var below = string.Join(" or ", groups.SelectMany(ElementGroups.Prefixes).Select(p => $"r.element_id like '{p}.%'"));
        return OnetView.Of(
            WithTitle("occupation_ratings r left join occupation_elements e on e.release_key = r.release_key and e.id = r.element_id "
                + "left join occupation_scales s on s.release_key = r.release_key and s.id = r.scale") + $" and ({below})",
            "onetsoc_code, element_id, scale_id, category",
            [Code, Title, Element, ElementName, .. RatingColumns, ("not_relevant", YesNo("r.is_not_relevant")), Date, Source]);
    }

    private static (string Id, string Expression)[] RatingColumns =>
    [
        Scale, ScaleName, ("category", "nullif(r.category, 0)"), ("data_value", "r.value"), ("n", "r.raters"), ("standard_error", "r.standard_error"),
        ("lower_ci_bound", "r.lower_bound"), ("upper_ci_bound", "r.upper_bound"), ("recommend_suppress", YesNo("r.is_uncertain")),
    ];

    private static void AddTitles(Dictionary<string, OnetView> views)
    {
        foreach (var (table, column) in new[] { ("alternate_titles", "alternate_title"), ("job_titles", "job_title") })
        {
            views[table] = OnetView.Of(WithTitle("occupation_titles r") + " and r.kind = 'Alternate'", "onetsoc_code, ordinal",
                Code, Title, (column, "r.text"), ("short_title", "r.abbreviation"), ("sources", "r.sources"), ("ordinal", "r.ordinal"));
        }
        views["sample_of_reported_titles"] = OnetView.Of(WithTitle("occupation_titles r") + " and r.kind = 'Reported'", "onetsoc_code, ordinal",
            Code, Title, ("reported_job_title", "r.text"), ("shown_in_my_next_move", YesNo("r.is_shown")), ("ordinal", "r.ordinal"));
    }

    private static void AddTasks(Dictionary<string, OnetView> views)
    {
        views["task_statements"] = OnetView.Of(WithTitle("occupation_tasks r"), "onetsoc_code, task_id",
            Code, Title, ("task_id", "r.task_id"), ("task", "r.text"), ("task_type", "r.type"), ("incumbents_responding", "r.incumbents"), Date, Source);
        const string task = "left join occupation_tasks t on t.release_key = r.release_key and t.code = r.code and t.task_id = r.task_id ";
        views["task_ratings"] = OnetView.Of(
            WithTitle("occupation_task_ratings r " + task + "left join occupation_scales s on s.release_key = r.release_key and s.id = r.scale"),
            "onetsoc_code, task_id, scale_id, category",
            [Code, Title, ("task_id", "r.task_id"), ("task", "t.text"), .. RatingColumns, Date, Source]);
        views["tasks_to_dwas"] = OnetView.Of(
            WithTitle("occupation_task_activities r " + task + "left join occupation_activities a on a.release_key = r.release_key and a.id = r.activity_id"),
            "onetsoc_code, task_id, dwa_id",
            Code, Title, ("task_id", "r.task_id"), ("task", "t.text"), ("dwa_id", "r.activity_id"), ("dwa_title", "a.title"), Date, Source);
    }

    private static void AddTechnologies(Dictionary<string, OnetView> views)
    {
        (string Id, string Expression)[] uses = [("hot_technology", YesNo("r.is_hot")), ("in_demand", YesNo("r.is_in_demand"))];
        (string Id, string Expression)[] commodity = [("commodity_code", "cast(r.commodity_code as integer)"), ("commodity_title", "r.commodity_title")];
        (string Id, string Expression) example = ("example", "r.example");
        (string Id, string Expression) place = ("ordinal", "r.ordinal");
        var software = WithTitle("occupation_technologies r") + " and r.kind = 'Software'";
        views["technology_skills"] = OnetView.Of(software, "onetsoc_code, ordinal", [Code, Title, example, .. commodity, .. uses, place]);
        views["software_skills"] = OnetView.Of(software, "onetsoc_code, ordinal",
            [Code, Title, ("workplace_example", "r.example"), ("element_id", "r.commodity_code"), ("element_name", "r.commodity_title"), .. uses, place]);
        views["tools_used"] = OnetView.Of(WithTitle("occupation_technologies r") + " and r.kind = 'Tool'", "onetsoc_code, ordinal",
            [Code, Title, example, .. commodity, place]);
    }

    private static void AddPoints(Dictionary<string, OnetView> views)
    {
        const string points = "occupation_scale_points r left join occupation_elements e on e.release_key = r.release_key and e.id = r.element_id "
            + "left join occupation_scales s on s.release_key = r.release_key and s.id = r.scale where r.release_key = {0}";
        views["level_scale_anchors"] = OnetView.Of(points + " and not r.is_category", "element_id, scale_id, anchor_value",
            Element, ElementName, Scale, ScaleName, ("anchor_value", "r.value"), ("anchor_description", "r.description"));
        (string Id, string Expression)[] category = [Scale, ScaleName, ("category", "r.value"), ("category_description", "r.description")];
        views["task_categories"] = OnetView.Of(points + " and r.is_category and r.element_id = ''", "scale_id, category", category);
        foreach (var (table, below) in Categories)
        {
            var places = string.Join(" or ", below.Select(p => $"r.element_id like '{p}%'"));
            views[table] = OnetView.Of($"{points} and r.is_category and ({places})", "element_id, scale_id, category", [Element, ElementName, .. category]);
        }
    }

    private static readonly (string Table, string[] Below)[] Categories =
    [
        ("ete_categories", ["2.D", "3.A"]),
        ("education_categories", ["2.D"]),
        ("training_and_experience_categories", ["3.A"]),
        ("work_context_categories", ["4.C"]),
    ];

    private static string WithTitle(string from) =>
        from + " left join occupations o on o.release_key = r.release_key and o.code = r.code where r.release_key = {0}";

    private static string YesNo(string flag) => $"case when {flag} then 'Y' when not {flag} then 'N' end";

    // "08/2023" is "2023-08-01".
    private static string DateOf(string date) => $"substr({date}, 4, 4) || '-' || substr({date}, 1, 2) || '-01'";

    // After everything that it is made of.
    private static readonly Dictionary<string, OnetView> All = Build();
}
