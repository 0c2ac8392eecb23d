using System.Text.Json;
using MagHopfield.BoardClient;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Experiments.BoardCrossCheck;
using MagHopfield.Experiments.Boards;
using MagHopfield.Experiments.EndToEnd;

namespace MagHopfield.Experiments.Tests.BoardCrossCheck;

public sealed class BoardCrossCheckTests
{
    [Fact]
    public void Nius_experiment_over_TCP_agrees_with_the_simulator_and_its_recording_gives_the_same_numbers_without_the_board()
    {
        string recording = Path.GetTempFileName();
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

    private static BoardCrossCheckResult Run(string address, string? recording)
    {
        using HopfieldBoard board = BoardOpening.Open(BoardAddress.Parse(address), recording, "test");
        return new BoardCrossCheckExperiment(BoardCrossCheckPlan.For(BoardOpening.OjaFilmName, [], null), new Silent()).Run(board, CancellationToken.None);
    }

    private sealed class Silent : IEndToEndObserver
    {
        public void Report(string activity, double fraction)
        {
        }
    }
}
