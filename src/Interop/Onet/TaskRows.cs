using Trellis.Core.Storage;

namespace Trellis.Interop.Onet;

/// <summary>What people of an occupation do, how it was rated, and which detailed activities it is a case of.</summary>
internal sealed class TaskRows(OnetLoad load)
{
    private static readonly BulkColumn[] TaskColumns = OnetLoad.Columns(("code", typeof(string)), ("task_id", typeof(int)), ("text", typeof(string)),
        ("type", typeof(string)), ("incumbents", typeof(int)), ("importance", typeof(double)), ("relevance", typeof(double)), ("date", typeof(string)), ("source", typeof(string)));

    private static readonly BulkColumn[] RatingColumns = OnetLoad.Columns(
        [("code", typeof(string)), ("task_id", typeof(int)), ("scale", typeof(string)), ("category", typeof(int)), .. RatingCells.Columns, ("date", typeof(string)), ("source", typeof(string))]);

    private readonly Dictionary<(int Occupation, int Task), OnetTask> _tasks = [];

    public async Task WriteAsync()
    {
        if (load.Open("Task Statements") is { } statements)
            Read(statements);
        if (load.Open("Task Ratings") is { } ratings)
            await load.InsertAsync("occupation_task_ratings", RatingColumns, Ratings(ratings));
        await load.InsertAsync("occupation_tasks", TaskColumns, _tasks.Values.Select(t => new object?[]
        {
            load.Key, t.Occupation.Code, t.Id, t.Text, t.Type, t.Incumbents, t.Importance, t.Relevance, t.Date, t.Source,
        }));
        await WriteActivitiesAsync();
    }

    private void Read(OnetFile file)
    {
        var (code, id, text) = (file.Need("O*NET-SOC Code"), file.Need("Task ID"), file.Need("Task"));
        var (type, incumbents, date, source) = (file.Find("Task Type"), file.Find("Incumbents Responding"), file.Find("Date", "Date Updated"), file.Find("Domain Source"));
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation)
                continue;
            if (row.Number32(id) is not { } number || row.Text(text) is not { } statement)
            {
                load.Reject(row, "no-task", "Task ID", "A task needs a number and a text.");
                continue;
            }
            occupation.HasData = true;
            var task = new OnetTask(occupation, number, statement, row.Text(type), row.Number32(incumbents)) { Date = row.Text(date), Source = row.Text(source) };
            if (!_tasks.TryAdd((occupation.Index, number), task))
                load.Reject(row, "twice", "Task ID", "{0} stands in the file before.", $"{occupation.Code} {number}");
        }
    }

    private IEnumerable<object?[]> Ratings(OnetFile file)
    {
        var (code, id, cells) = (file.Need("O*NET-SOC Code"), file.Need("Task ID"), new RatingCells(load, file));
        foreach (var row in file.Rows())
        {
            if (Task(row, code, id) is not { } task || cells.Read(row) is not { } rating)
                continue;
            if (!task.Rated.Add(rating.KeyOf(0)))
            {
                load.Reject(row, "twice", "Task ID", "{0} stands in the file before.", $"{task.Occupation.Code} {task.Id} {rating.Scale.Id} {rating.Category}");
                continue;
            }
            if (rating.IsUncertain != true)
                (task.Importance, task.Relevance) = (rating.Scale.Id == "IM" ? rating.Value : task.Importance, rating.Scale.Id == "RT" ? rating.Value : task.Relevance);
            yield return
            [
                load.Key, task.Occupation.Code, task.Id, rating.Scale.Id, OnetLoad.Cell(rating.Category), rating.Value, OnetLoad.Cell(rating.Raters),
                rating.StandardError, rating.LowerBound, rating.UpperBound, OnetLoad.Cell(rating.IsUncertain), rating.Date, rating.Source,
            ];
        }
    }

    private async Task WriteActivitiesAsync()
    {
        var activities = new OnetActivities(load);
        await activities.WriteAsync();
        if (load.Open("Tasks to DWAs") is { } file)
        {
            await load.InsertAsync("occupation_task_activities",
                OnetLoad.Columns(("code", typeof(string)), ("task_id", typeof(int)), ("activity_id", typeof(string)), ("date", typeof(string)), ("source", typeof(string))), Links(file, activities));
        }
    }

    private IEnumerable<object?[]> Links(OnetFile file, OnetActivities activities)
    {
        var (code, id, activity) = (file.Need("O*NET-SOC Code"), file.Need("Task ID"), file.Need("DWA ID", "DWA Element ID"));
        var (date, source) = (file.Find("Date", "Date Updated"), file.Find("Domain Source"));
        var seen = new HashSet<(int, int, string)>();
        foreach (var row in file.Rows())
        {
            if (Task(row, code, id) is not { } task)
                continue;
            if (!activities.Has(row[activity]))
                load.Reject(row, "unknown-activity", "DWA ID", "The list of detailed activities has no \"{0}\".", row[activity]);
            else if (!seen.Add((task.Occupation.Index, task.Id, row[activity])))
                load.Reject(row, "twice", "DWA ID", "{0} stands in the file before.", $"{task.Occupation.Code} {task.Id} {row[activity]}");
            else
                yield return [load.Key, task.Occupation.Code, task.Id, row[activity], row.Text(date), row.Text(source)];
        }
    }

    private OnetTask? Task(TableRow row, int code, int id)
    {
        if (load.Occupation(row, code) is not { } occupation)
            return null;
        if (row.Number32(id) is { } number && _tasks.TryGetValue((occupation.Index, number), out var task))
            return task;
        load.Reject(row, "unknown-task", "Task ID", "The file Task Statements has no task {0} of {1}.", row[id], occupation.Code);
        return null;
    }

    private sealed record OnetTask(OnetOccupation Occupation, int Id, string Text, string? Type, int? Incumbents)
    {
        /// <summary>Its ratings so far, by their keys.</summary>
        public HashSet<long> Rated { get; } = [];

        public string? Date { get; init; }
        public string? Source { get; init; }
        public double? Importance { get; set; }
        public double? Relevance { get; set; }
    }
}
