using System.Globalization;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.Shared;
using MagHopfield.Tests.Memory;

namespace MagHopfield.BoardClient.Tests;

/// <summary>MAGHOPFIELD_FUZZ sets how many replies each of these tests gives; the same seed gives the same ones.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class HostileBoardTests(ITestOutputHelper output)
{
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ") ?? "20000", CultureInfo.InvariantCulture);

    // The largest answer is small here, so that a stream without end is given up after less than the memory that the test allows.
    private static readonly LinkPatience Patience = new() { Operation = TimeSpan.FromSeconds(2), LargestAnswer = 1 << 18 };

    [Fact]
    public void Whatever_a_board_answers_the_host_gives_finite_values_of_the_right_shape_or_one_clear_error()
    {
        Random random = new(17);
        long replies = 0;
        long values = 0;
        long refused = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int session = 0; replies < Count; session++)
        {
            HostileBoard link = new(session, ReplyFuzz.Mutate);
            try
            {
                using HopfieldBoard board = new(link, (uint)session << 12, Patience);
                Assert.InRange(board.NodeCount, 2, 64);
                for (int call = 0; call < 12; call++)
                {
                    try
                    {
                        Call(board, random.Next(12));
                        values++;
                    }
                    catch (Exception e) when (e is BoardLinkException or BoardErrorException)
                    {
                        IsClear(e);
                        refused++;
                    }
                }
            }
            catch (Exception e) when (e is BoardLinkException or BoardErrorException)
            {
                IsClear(e);
                refused++;
            }

            replies += link.Replies;
        }

        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{replies} replies: {values} calls gave values, {refused} one clear error; memory grew by {grown / 1024} kB"));
        Assert.True(values > replies / 100 && refused > replies / 100, "Nothing came through, or nothing was refused.");
        Assert.InRange(grown, long.MinValue, 4 << 20);
    }

    private static void IsClear(Exception e)
    {
        Assert.DoesNotContain('\n', e.Message);
        Assert.True(e.Message.Length < 2_600, e.Message);
    }

    private static void Call(HopfieldBoard board, int kind)
    {
        int n = board.NodeCount;
        Pattern pattern = new([.. Enumerable.Range(0, n).Select(i => (sbyte)(i == 1 ? -1 : 1))]);
        switch (kind)
        {
            case 0:
                BoardMeasurement measured = board.Measure(kelvin: false, 1, CancellationToken.None);
                Assert.Equal(n, measured.Conductance.NodeCount);
                Assert.All(measured.Conductance.ToPairs().Concat(measured.StandardErrors), v => Assert.True(double.IsFinite(v)));
                break;
            case 1:
                board.Train(pattern, 5, 200e-6, 1, CancellationToken.None);
                break;
            case 2:
                Assert.Equal(n, board.Recall(pattern, RecallMode.Asynchronous, 1).State.Length);
                break;
            case 3:
                Assert.Equal(4, board.TruthTable(LogicGate.And).Length);
                break;
            case 4:
                Assert.Equal(n * n, board.Weights().Length);
                break;
            case 5:
                Assert.True(n > 10 || board.Energies().All(double.IsFinite));
                break;
            case 6:
                Assert.True(double.IsFinite(board.Energy(pattern)));
                break;
            case 7:
                Assert.All(board.SelfTest(CancellationToken.None), Assert.NotNull);
                break;
            case 8:
                Assert.Equal(n, board.ReferenceMinimum().NodeCount);
                break;
            case 9:
                board.CalibrateReference(5, 200e-6, CancellationToken.None);
                break;
            case 10:
                Assert.True(double.IsFinite(board.FieldResolution()));
                break;
            default:
                Assert.NotNull(board.Say("SYST:VERS?"));
                break;
        }
    }
}
