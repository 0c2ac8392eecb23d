using MagHopfield.BoardStudies.Gates;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Tests.Gates;

public sealed class BoardGatesTests
{
    [Fact]
    public void Pulses_train_all_four_gates_into_a_micromagnetic_film_and_the_instrument_measures_their_truth_tables()
    {
        FilmParameters film = FilmParameters.Preset("niu2024-gates").WithCells(0.32);
        IReadOnlyList<MeasuredGate> gates = new BoardGates(film, new BoardParameters(), 16).Run(TestContext.Current.CancellationToken);
        foreach (MeasuredGate g in gates)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{g.Gate} after {g.Trained}: fields {string.Join(", ", g.Fields.Select(f => $"{1e6 * f:F1}"))} uS, resolution "
                + $"{1e6 * g.Resolution:F1} uS");
        }

        Assert.Equal(4, gates.Count);
        Assert.All(gates, g => Assert.True(g.Passes, $"{g.Gate}: {string.Join(", ", g.Fields)}"));
    }

    [Fact]
    public void A_film_whose_pads_lie_behind_leads_of_their_own_misses_gates_and_the_run_says_so()
    {
        // Behind leads of their own the pads are sources of current and the diagonal outweighs both edges: constants.
        FilmParameters film = FilmParameters.Preset("niu2024").WithCells(0.32);
        IReadOnlyList<MeasuredGate> gates = new BoardGates(film, new BoardParameters(), 4).Run(TestContext.Current.CancellationToken);
        Assert.Contains(gates, g => !g.Passes);
    }
}
