using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.Convergence;
using MagHopfield.Store;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.Papers.Niu2024.Tests.Convergence;

public class ConvergenceTests
{
    [Fact]
    public void Tighter_solvers_and_smaller_steps_move_no_element_of_eq_1_by_a_percent()
    {
        FilmParameters film = CoarseFilm.Parameters.WithCells(0.5);
        ResultStore store = new(Directory.CreateTempSubdirectory().FullName, new ProgramBuild("test"));
        Niu2024Convergence convergence = new(film) { Gates = null, Pulses = 3, SurrogatePulses = 0 };
        ConvergenceResult result = convergence.Run(store, null, TestContext.Current.CancellationToken);
        Assert.Equal(Niu2024Convergence.Variations.Count, result.Runs.Count);
        Assert.Equal(2 * film.Geometry.CellsX, result.Runs[1].Film.Geometry.CellsX);
        Assert.All(result.Runs, r => Assert.Equal(result.Runs[0].Values.Select(v => v.Quantity), r.Values.Select(v => v.Quantity)));
        for (int run = 2; run < result.Runs.Count; run++)
        {
            Assert.All(
                Enumerable.Range(0, 6),
                k => Assert.True(result.Share(run, k) < 1, $"{result.Runs[run].Name}: {result.Runs[0].Values[k].Quantity}"));
        }

        // Taken up again, it is the same, with the times of the first.
        ConvergenceResult again = convergence.Run(store, null, TestContext.Current.CancellationToken);
        Assert.Equal(result.Runs.Select(r => (r.Name, r.Seconds)), again.Runs.Select(r => (r.Name, r.Seconds)));
        Assert.Equal(result.Runs.SelectMany(r => r.Values), again.Runs.SelectMany(r => r.Values));
    }

    [Fact]
    public void A_number_that_moves_by_more_than_it_may_is_not_converged()
    {
        ConvergenceValue g = new("eq. 1", "G12", -0.066, ConvergenceKind.Conductance);
        ConvergenceValue small = new("Fig. 4", "a", 1e-6, ConvergenceKind.Margin), large = new(
            "Fig. 4", "b", 100e-6, ConvergenceKind.Margin);
        FilmParameters film = CoarseFilm.Parameters;
        ConvergenceResult result = new([
            new("as reported", film, [g, small, large], 0),
            new("finer", film, [g with { Value = -0.0667 }, small with { Value = 5e-6 }, large with { Value = 111e-6 }], 0)]);
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(k => result.Share(1, k) > 1));
    }
}
