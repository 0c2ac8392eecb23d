using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument.Board;

namespace MagHopfield.BoardStudies.Tests.EndToEnd;

/// <summary>The board takes a film that its own current re-writes as any other: it pulses, measures, recalls at its electrodes.</summary>
public class OwnCurrentBoardTests
{
    [Fact]
    public void A_film_without_gold_is_pulsed_measured_and_recalled_by_the_same_instrument()
    {
        EndToEndParameters parameters = EndToEndParameters.Parse(
            FilmParameters.PresetText("yu2021")
                .Replace("cells = [96, 96, 1]", "cells = [24, 24, 1]").Replace("4.166666666666667e-9", "6e-9")
                .Replace("size = [125e-9, 62.5e-9]", "size = [48e-9, 24e-9]").Replace("size = [62.5e-9, 125e-9]", "size = [24e-9, 48e-9]")
                .Replace("168.75e-9", "60e-9").Replace("longest_time = 20e-9", "longest_time = 0.2e-9")
                .Replace("progress_interval = 1e-9", "progress_interval = 0.1e-9"),
            "small.toml");
        Assert.Null(parameters.Film.Gold);
        Assert.Equal(EndToEndParameters.BudgetWithoutGold, parameters.MeasurementBudget);
        EndToEndResult result = CoarseFilm.Run(parameters);
        Assert.Equal(2, result.Trainings.Count);
        Assert.All(result.Trainings, t =>
        {
            Assert.True(t.CrossCheck.Passes);
            TerminalState reached = Assert.IsType<TerminalState>(t.Pulse.AtElectrodes);
            Assert.InRange(reached.Amplitude, 0.9 * t.Training.Voltage, 0.99 * t.Training.Voltage);
            Assert.InRange(reached.LargestCurrent, 1e-4, 0.1 * PulseLimits.DriverAmperes);

            // What the pulse lasts on the board and what of it was integrated are told apart.
            Assert.Equal(t.Training.Width, t.Pulse.RequestedWidth, 1e-9);
            Assert.Equal(0.2e-9, t.Pulse.IntegratedTime, 1e-15);
        });
        Assert.NotEqual(result.Trainings[0].Simulated.ToPairs(), result.Trainings[1].Simulated.ToPairs());
    }
}
