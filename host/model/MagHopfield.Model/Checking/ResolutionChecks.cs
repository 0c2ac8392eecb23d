using System.Globalization;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>Are the cells small enough for what the material does?</summary>
internal static class ResolutionChecks
{
    // A spiral in fewer cells a period turns by over 30° from cell to cell, more than finite differences follow.
    private const int CellsPerPeriod = 12;

    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem problem = file.Problem;
        int line = file.LineOf("mesh", "cell_size");
        double cell = Lengths.Axes(problem.Mesh).Where(a => a.Count > 1).Select(a => a.Size).DefaultIfEmpty(0).Max();
        if (cell == 0)
            yield break;
        bool hasPoles = problem.Terms.Any(term => term.Sizes(problem.Magnet)(problem.TermRegions[0]).HasPoles);
        foreach (Lengths at in Lengths.Of(problem).Where(l => l.A > 0))
        {
            if (hasPoles && cell > at.Exchange)
                yield return Coarse(file.Source, line, cell, "the exchange length √(2A/(µ0 Ms²))", at.Exchange, at.Exchange, at.Where);
            if (cell > at.Wall)
                yield return Coarse(file.Source, line, cell, "the domain-wall width √(A/K)", at.Wall, at.Wall, at.Where);
            if (cell > at.Period / CellsPerPeriod)
                yield return Coarse(
                    file.Source,
                    line,
                    cell,
                    "1/12 of the spiral period 4πA/D",
                    at.Period / CellsPerPeriod,
                    at.Period / CellsPerPeriod,
                    at.Where);
        }
    }

    private static Finding Coarse(string source, int line, double cell, string what, double length, double mend, string where) => new(
        Severity.Warning,
        source,
        line,
        string.Create(CultureInfo.InvariantCulture,
            $"cells of {1e9 * cell:0.###} nm are larger than {what} of {where}, {1e9 * length:0.###} nm; use cells of at most "
            + $"{1e9 * mend:0.##} nm."));
}
