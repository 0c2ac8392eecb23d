using System.Text.Json;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardServer.Serving;
using MagHopfield.BoardStudies.Boards;
using MagHopfield.BoardStudies.CrossCheck;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;
using MagHopfield.Studies;

namespace MagHopfield.BoardStudies.Tests.CrossCheck;

public sealed class BoardCrossCheckTests
{
    [Fact]
    public void Nius_experiment_over_TCP_agrees_with_the_simulator_and_its_recording_gives_the_same_numbers_without_the_board()
    {
        string recording = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".tsv");
        try
        {
            BoardCrossCheckResult result;
            using (ServedBoard served = BoardOpening.SwitchOn(BoardOpening.OjaFilmName, 1, null))
            using (TcpBoardServer server = new(served, 0))
            {
                result = Run($"tcp:127.0.0.1:{server.Port}", recording);
            }

            Assert.True(result.Passes, $"largest error {result.LargestError}");
            Assert.All(result.Lessons, lesson => Assert.All(lesson.Recalls, recall => Assert.True(recall.IsRight)));
            Assert.Equal(JsonSerializer.Serialize(result), JsonSerializer.Serialize(Run("replay:" + recording, null)));
        }
        finally
        {
            File.Delete(recording);
        }
    }

    [Fact]
    public void The_whole_of_Nius_experiment_over_TCP_agrees_with_the_simulator_in_every_element_recall_and_gate()
    {
        BoardCrossCheckResult result;
        using (ServedBoard served = BoardOpening.SwitchOn(BoardOpening.OjaFilmName, 1, null))
        using (TcpBoardServer server = new(served, 0))
        {
            result = Run($"tcp:127.0.0.1:{server.Port}", null, BoardCrossCheckPlan.Niu(BoardOpening.OjaFilmName, null));
        }

        Assert.True(result.Passes, string.Join("; ", result.Reasons));
        Assert.Equal(7, result.Lessons.Select(l => l.Training.Pattern.ToString()).Distinct().Count());
        Assert.All(result.Lessons, lesson => Assert.True(new EnergyLandscape(lesson.Training.Pattern, lesson.BoardEnergies).IsLearned));

        // 16 states, two orders, from weights and by currents.
        Assert.All(result.Lessons, lesson => Assert.Equal(64, lesson.Recalls.Count));
        Assert.True(
            result.Lessons.SelectMany(l => l.Recalls).Count(r => !r.IsClose) > 200, "hardly a recall is decided by more than noise");
        Assert.All(result.Gates, gate => Assert.Equal(gate.WantedTable, gate.BoardTable));
    }

    [Fact]
    public void A_budget_far_below_the_noise_of_the_board_is_missed_and_every_element_that_misses_it_is_named()
    {
        BoardCrossCheckPlan plan = BoardCrossCheckPlan.For(BoardOpening.OjaFilmName, ["+ - + -"], 1e-7);
        using ServedBoard served = BoardOpening.SwitchOn(BoardOpening.OjaFilmName, 1, null);
        using TcpBoardServer server = new(served, 0);
        BoardCrossCheckResult result = Run($"tcp:127.0.0.1:{server.Port}", null, plan);

        Assert.False(result.Passes);
        Assert.Contains(result.Reasons, reason => reason.StartsWith("after \"+ - + -\": G", StringComparison.Ordinal));
    }

    private static BoardCrossCheckResult Run(string address, string? recording) =>
        Run(address, recording, BoardCrossCheckPlan.For(BoardOpening.OjaFilmName, [], null));

    private static BoardCrossCheckResult Run(string address, string? recording, BoardCrossCheckPlan plan)
    {
        using HopfieldBoard board = BoardOpening.Open(BoardAddress.Parse(address), recording, "test");
        return new BoardCrossCheckExperiment(plan, new Silent()).Run(board, CancellationToken.None);
    }

    private sealed class Silent : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
        }
    }
}
