using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Shared;
using MagHopfield.Studies;


namespace MagHopfield.BoardStudies.Tests.EndToEnd;

/// <summary>One run with the published lessons, shared by the tests that look at it.</summary>
public sealed class PublishedRun
{
    public EndToEndResult Result { get; } = CoarseFilm.Run(CoarseFilm.Parameters);
}

public class EndToEndExperimentTests(PublishedRun run) : IClassFixture<PublishedRun>
{
    [Fact]
    public void The_states_of_least_energy_are_the_trained_pattern_and_its_negative() =>
        Assert.All(run.Result.Trainings, t =>
        {
            int n = t.Training.Pattern.Length;
            double least = t.Energies.Min();
            double[] trained =
            [
                .. Enumerable.Range(0, 1 << n).Where(
                    s => Pattern.FromState(s, n).SameUpToSign(t.Training.Pattern)).Select(s => t.Energies[s]),
            ];
            Assert.Equal(2, trained.Length);
            Assert.All(trained, e => Assert.Equal(least, e, 1e-12));
            Assert.Equal(2, t.Energies.Count(e => e < least + 1e-4));
        });

    [Fact]
    public void Recall_returns_the_pattern_from_every_start_with_one_flipped_electrode_in_every_order() =>
        Assert.All(run.Result.Trainings, t =>
        {
            Assert.Equal(8, t.Of(RecallMode.SteepestDescent).Select(r => r.Start.ToString()).Distinct().Count());
            Assert.All(t.Recalls, r => Assert.True(r.SameSign, $"{r.Start} recalled {r.Result.State} ({r.Mode})"));
        });

    [Fact]
    public void The_panel_shows_what_was_recalled() =>
        Assert.All(run.Result.Trainings.SelectMany(t => t.Recalls), r => Assert.True(r.OnPanel.SameAs(r.Result.State)));

    [Fact]
    public void Every_measured_element_agrees_with_the_simulator_within_the_budget_but_not_exactly() =>
        Assert.All(run.Result.Trainings.SelectMany(t => t.CrossCheck.Rows), row =>
        {
            Assert.InRange(Math.Abs(row.RelativeError), 1e-9, EndToEndParameters.DefaultBudget);
            Assert.True(row.Passes);
        });

    [Fact]
    public void The_second_training_turns_the_edges_over_and_leaves_the_diagonals()
    {
        // Niu 2024, Fig. 3(a): |G12|, |G34| fall, |G13|, |G24| rise, G14 and G23 end as they were.
        ConductanceMatrix before = run.Result.Trainings[0].Measurement.Conductance;
        ConductanceMatrix after = run.Result.Trainings[1].Measurement.Conductance;
        Assert.True(after[0, 1] > before[0, 1] + 1e-4);
        Assert.True(after[2, 3] > before[2, 3] + 1e-4);
        Assert.True(after[0, 2] < before[0, 2] - 1e-4);
        Assert.True(after[1, 3] < before[1, 3] - 1e-4);
        Assert.Equal(before[0, 3], after[0, 3], 1e-4);
        Assert.Equal(before[1, 2], after[1, 2], 1e-4);
    }

    [Fact]
    public void The_board_comes_to_no_harm() => Assert.Empty(run.Result.Hazards);

    [Fact]
    public void The_same_parameters_give_the_same_bits()
    {
        EndToEndResult again = CoarseFilm.Run(CoarseFilm.Parameters);
        for (int i = 0; i < again.Trainings.Count; i++)
        {
            Assert.Equal(run.Result.Trainings[i].Measurement.Conductance.ToPairs(), again.Trainings[i].Measurement.Conductance.ToPairs());
            Assert.Equal(run.Result.Trainings[i].Texture[0], again.Trainings[i].Texture[0]);
        }
    }

    [Fact]
    public void All_seven_patterns_are_learned_and_recalled()
    {
        EndToEndParameters seven = CoarseFilm.Parameters.WithPatterns([.. WiringGeometry.All(4).Select(p => p.ToString())]);
        EndToEndResult result = CoarseFilm.Run(seven);
        Assert.Equal(7, result.Trainings.Count);
        Assert.All(result.Trainings, t => Assert.True(t.Passes, t.Training.Pattern.ToString()));
    }

    [Fact]
    public void A_cancelled_run_ends_with_OperationCanceledException()
    {
        using CancellationTokenSource source = new();
        CancelLater observer = new(source);
        EndToEndExperiment experiment = new(CoarseFilm.Parameters, observer, trace: null, source.Token);
        Assert.ThrowsAny<OperationCanceledException>(experiment.Run);
    }

    private sealed class CancelLater(CancellationTokenSource source) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Fraction > 0.2)
                source.Cancel();
        }
    }
}
