using MagHopfield.BoardClient;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Tests.Memory;
using MagHopfield.VirtualBoard;

namespace MagHopfield.BoardServer.Tests;

[Collection(nameof(AloneInTheProcess))]
public sealed class MemoryGrowthTests
{
    private const int Train = 5000;
    private const int Trains = 4;

    [Fact]
    public void A_served_board_holds_no_more_bytes_after_twenty_thousand_pulses()
    {
        using ServedBoard served = SeatTests.NewBoard();
        List<WeakReference<FiredPulse>> fired = new(Train * (Trains + 1));
        served.Board.PulseFired += pulse => fired.Add(new WeakReference<FiredPulse>(pulse));
        using HopfieldBoard board = new(new InProcessLink(served, "test"), HopfieldBoard.NewTag());
        board.Say($"PULS:AMPL 1;WIDT 1E-6;COUN {Train}");
        Pulse(board);
        fired.Clear();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Trains; i++)
            Pulse(board);

        int count = fired.Count;
        GC.Collect();
        int alive = fired.Count(f => f.TryGetTarget(out _));
        fired.Clear();
        double growth = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
        Assert.Equal(Train * Trains, count);
        Assert.Equal(Train * (Trains + 1), served.Board.PulseCount);
        Assert.True(alive <= BoardModel.MostKept, $"{alive} of {count} pulses are still held");
        Assert.True(growth < 1, $"{growth:F2} bytes a pulse");
    }

    private static void Pulse(HopfieldBoard board)
    {
        board.Say("TRA \"+ - + -\"");
        Assert.Equal("1", board.Say("*OPC?"));
    }
}
