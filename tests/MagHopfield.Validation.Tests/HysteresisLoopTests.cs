using MagHopfield.Toml;

namespace MagHopfield.Validation.Tests;

public class HysteresisLoopTests
{
    [Fact]
    public void The_coercive_field_lies_between_the_fields_of_two_stages_where_their_ends_lie_on_both_sides_of_zero()
    {
        // Stage, ⟨m⟩ along (1, 1, 1), field: at the start of a stage the magnetisation is still that of the stage before.
        (int Stage, double M, double H)[] rows =
        [
            (0, 0.4, 0.1), (1, 0.4, 0.1), (2, 0.4, 0), (2, 0.3, 0), (3, 0.3, -0.01), (3, 0.1, -0.01), (4, 0.1, -0.02), (4, -0.05, -0.02),
        ];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loop");
        try
        {
            File.WriteAllLines(
                Path.Combine(folder.FullName, "table.tsv"),
                rows.Select(r =>
                {
                    double m = r.M / Math.Sqrt(3);
                    return FormattableString.Invariant(
                        $"{r.Stage}\t{m}\t{m}\t{m}\t{r.H * Permalloy.SaturationMagnetisation / Math.Sqrt(3)}\t0\t0");
                }));
            (_, double mx, _, double hc) = StandardProblem2.Read(20, PublishedTable.OfRun(folder.FullName));
            Assert.Equal(0.3 / Math.Sqrt(3), mx, 1e-12);
            Assert.Equal(0.01 + (0.01 * 0.1 / 0.15), hc, 1e-9);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
