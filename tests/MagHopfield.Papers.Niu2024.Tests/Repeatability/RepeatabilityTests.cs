using System.Text.RegularExpressions;
using MagHopfield.Papers.Niu2024.Repeatability;
using MagHopfield.Shared;
using MagHopfield.Studies.Exports;
using MagHopfield.Studies.Records;

namespace MagHopfield.Papers.Niu2024.Tests.Repeatability;

public class RepeatabilityTests
{
    [Fact]
    public void The_report_gives_mean_and_scatter_each_with_its_own_unit()
    {
        // Two visits of each pattern, 2 µS apart: mean −65.309 mS, scatter √2 µS.
        ConductanceMatrix Matrix(int pattern, double shift) =>
            ConductanceMatrix.FromPairs(
                4, [.. Enumerable.Range(0, 6).Select(p => -0.065309 + shift + 1e-4 * (p == pattern % 6 ? pattern : 0))]);
        RepeatabilityResult result = new(
            CoarseFilm.Parameters,
            [.. Enumerable.Range(0, 7).Select(k => (IReadOnlyList<ConductanceMatrix>)[Matrix(k, -1e-6), Matrix(k, 1e-6)])]);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string path = Path.Combine(folder.FullName, "report.html");
        try
        {
            StudyHtml.Write(path, Niu2024Repeatability.Report([result]), RunRecord.EndingNow("test", DateTime.UtcNow));
            string page = File.ReadAllText(path).Replace('\u00a0', ' ');
            Assert.Contains("-65.309 mS ± 1.4 µS", page.Replace('−', '-'));
            Assert.DoesNotMatch(new Regex("mS ± [0-9.]+(?! µS)[^0-9.]"), page);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
