namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>
/// How much of a part of a model is covered: by each column, by any, and weighted by depth. docs/formulas.md, "Coverage of a
/// model". Shares are from 0 to 1, and null for a part without statements. Pure.
/// </summary>
/// <param name="Statements">How many statements the part has.</param>
/// <param name="Covered">How many of them at least one column has at level 1 or above.</param>
/// <param name="ByColumn">The same for each column.</param>
/// <param name="WeightedBest">The highest levels, summed and divided by what they could be at most.</param>
/// <param name="WeightedMean">The same with the mean of the columns that have the statement at all.</param>
public sealed record PartCoverage(int Statements, int Covered, IReadOnlyList<int> ByColumn, double? WeightedBest, double? WeightedMean)
{
    public double? Share => Statements == 0 ? null : (double)Covered / Statements;

    /// <summary>The share that one column covers.</summary>
    public double? ShareOf(int column) => Statements == 0 ? null : (double)ByColumn[column] / Statements;

    /// <summary>The figures over the statements with these numbers.</summary>
    public static PartCoverage Of(RatingGrid grid, IEnumerable<int> rows)
    {
        var (statements, covered, best, mean) = (0, 0, 0, 0.0);
        var byColumn = new int[grid.Columns];
        foreach (var row in rows)
        {
            var (users, sum, most) = (0, 0, 0);
            for (var column = 0; column < grid.Columns; column++)
            {
                if (grid[row, column] is not (> 0 and var level))
                    continue;
                byColumn[column]++;
                users++;
                sum += level;
                most = Math.Max(most, level);
            }
            statements++;
            covered += users > 0 ? 1 : 0;
            best += most;
            mean += users > 0 ? (double)sum / users : 0;
        }
        var full = statements * Filling.KeptCell.Highest;
        return new(statements, covered, byColumn, full == 0 ? null : (double)best / full, full == 0 ? null : mean / full);
    }
}

/// <summary>The coverage of a whole worksheet, of each of its blocks and of each tier, and the statements that no column has. Pure.</summary>
public sealed record WorksheetCoverage(PartCoverage All, IReadOnlyList<PartCoverage> Blocks, IReadOnlyList<TierCoverage> Tiers, IReadOnlyList<int> Uncovered)
{
    public static WorksheetCoverage Of(RatingGrid grid)
    {
        var (blocks, tiers, row) = (new List<PartCoverage>(), new SortedDictionary<int, List<int>>(), 0);
        foreach (var block in grid.Blocks)
        {
            var rows = Enumerable.Range(row, block.Rows.Count).ToList();
            blocks.Add(PartCoverage.Of(grid, rows));
            if (block.Tier is { } tier)
            {
                tiers.TryAdd(tier, []);
                tiers[tier].AddRange(rows);
            }
            row += rows.Count;
        }
        var all = Enumerable.Range(0, grid.Rows.Count).ToList();
        return new(PartCoverage.Of(grid, all), blocks, [.. tiers.Select(t => new TierCoverage(t.Key, PartCoverage.Of(grid, t.Value)))], [.. all.Where(r => grid.Best(r) == 0)]);
    }
}

/// <summary>The coverage of the blocks of one tier.</summary>
public sealed record TierCoverage(int Tier, PartCoverage Coverage);
