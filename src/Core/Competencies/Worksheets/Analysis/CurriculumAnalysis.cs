namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>When a course is taken, and which courses have to be taken before it, by their places in the grid.</summary>
public sealed record CourseOrder(int? Term, IReadOnlyList<int> Requires);

/// <summary>A statement that several courses teach at the same depth.</summary>
public sealed record Redundancy(int Row, int Depth, IReadOnlyList<int> Courses);

/// <summary>A statement that a later course teaches less deeply than an earlier one.</summary>
public sealed record OrderConflict(int Row, int Earlier, int Later);

/// <summary>A course that is not taken after one that it requires. <paramref name="IsCircle"/>: each of the two requires the other, directly or not.</summary>
public sealed record PrerequisiteConflict(int Course, int Required, bool IsCircle);

/// <summary>
/// What a curriculum repeats, and where its order does not fit its depths. docs/formulas.md, "Redundancy" and "Order
/// conflicts". Pure.
/// </summary>
public sealed record CurriculumAnalysis(IReadOnlyList<Redundancy> Redundancies, IReadOnlyList<OrderConflict> Conflicts, IReadOnlyList<PrerequisiteConflict> Prerequisites)
{
    public static CurriculumAnalysis Of(RatingGrid grid, IReadOnlyList<CourseOrder> courses)
    {
        var required = Required(courses);
        return new(Repeated(grid), Late(grid, Before(courses, required)), Broken(courses, required));
    }

    /// <summary>What most courses teach stands first, then what they teach most deeply.</summary>
    private static List<Redundancy> Repeated(RatingGrid grid)
    {
        var found = new List<Redundancy>();
        var byDepth = Enumerable.Range(0, Filling.KeptCell.Highest + 1).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            for (var course = 0; course < grid.Columns; course++)
            {
                if (grid[row, course] is > 0 and var depth)
                    byDepth[depth].Add(course);
            }
            for (var depth = 1; depth < byDepth.Length; depth++)
            {
                if (byDepth[depth].Count > 1)
                    found.Add(new(row, depth, [.. byDepth[depth]]));
                byDepth[depth].Clear();
            }
        }
        return [.. found.OrderByDescending(r => r.Courses.Count).ThenByDescending(r => r.Depth).ThenBy(r => r.Row)];
    }

    /// <summary>For each statement and later course the deepest of the earlier ones, where it goes deeper.</summary>
    private static List<OrderConflict> Late(RatingGrid grid, bool[,] before)
    {
        var found = new List<OrderConflict>();
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            var taught = Enumerable.Range(0, grid.Columns).Where(c => grid.Reaches(row, c)).ToList();
            foreach (var later in taught)
            {
                var (deepest, depth) = (-1, grid[row, later]);
                foreach (var earlier in taught)
                {
                    if (before[earlier, later] && grid[row, earlier] > depth)
                        (deepest, depth) = (earlier, grid[row, earlier]);
                }
                if (deepest >= 0)
                    found.Add(new(row, deepest, later));
            }
        }
        return found;
    }

    private static List<PrerequisiteConflict> Broken(IReadOnlyList<CourseOrder> courses, bool[,] required) =>
        [.. courses.Index().SelectMany(c => c.Item.Requires.Where(r => r >= 0 && r < courses.Count)
            .Select(r => new PrerequisiteConflict(c.Index, r, required[c.Index, r] && required[r, c.Index]))
            .Where(p => p.IsCircle || courses[p.Required].Term >= courses[p.Course].Term))];

    /// <summary>Which course comes before which: by its term, or because it is required.</summary>
    private static bool[,] Before(IReadOnlyList<CourseOrder> courses, bool[,] required)
    {
        var before = (bool[,])required.Clone();
        for (var one = 0; one < courses.Count; one++)
        {
            for (var other = 0; other < courses.Count; other++)
                before[one, other] |= courses[one].Term < courses[other].Term;
        }
        return before;
    }

    /// <summary>At [a, b]: whether b requires a, directly or by others in between.</summary>
    private static bool[,] Required(IReadOnlyList<CourseOrder> courses)
    {
        var before = new bool[courses.Count, courses.Count];
        foreach (var (course, order) in courses.Index())
        {
            foreach (var required in order.Requires.Where(r => r >= 0 && r < courses.Count))
                before[required, course] = true;
        }
        for (var by = 0; by < courses.Count; by++)
        {
            for (var one = 0; one < courses.Count; one++)
            {
                for (var other = 0; before[one, by] && other < courses.Count; other++)
                    before[one, other] |= before[by, other];
            }
        }
        return before;
    }
}
