using MagHopfield.BoardClient;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Devices;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Tests;

public sealed class ReferenceTests
{
    private static readonly double[] Extremes =
        [
            0, -0.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 999_999_999.99999988, -999_999_999.99999988, Math.PI,
            -1.0 / 3, 0.1, Math.BitDecrement(0.1),
        ];

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(25)]
    public void A_reference_of_any_doubles_comes_back_to_the_last_bit(int nodes)
    {
        using ServedBoard served = new(FixedConductors.None(nodes), new BoardParameters { Seed = 1 });
        using HopfieldBoard board = new(new InProcessLink(served, "test"), HopfieldBoard.NewTag());
        Random random = new(nodes);
        for (int round = 0; round < 20; round++)
        {
            double[] pairs = [.. Enumerable.Range(0, nodes * (nodes - 1) / 2).Select(i => random.Next(4) == 0
                ? Extremes[random.Next(Extremes.Length)]
                : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 9)))];
            board.SetReference(ConductanceMatrix.FromPairs(nodes, pairs));
            double[] back = board.Reference().ToPairs();
            for (int i = 0; i < pairs.Length; i++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(pairs[i]), BitConverter.DoubleToInt64Bits(back[i]));
        }
    }

    [Fact]
    public void What_is_no_reference_of_the_board_is_refused_before_anything_is_sent()
    {
        using ServedBoard served = SeatTests.NewBoard();
        using HopfieldBoard board = new(new InProcessLink(served, "test"), HopfieldBoard.NewTag());
        Assert.Contains(
            "5 nodes",
            Assert.Throws<ArgumentException>(() => board.SetReference(new ConductanceMatrix(5))).Message,
            StringComparison.Ordinal);
        ConductanceMatrix wrong = ConductanceMatrix.FromPairs(4, [1, 2, double.NaN, 4, 5, 6]);
        Assert.Contains("element 3", Assert.Throws<ArgumentException>(() => board.SetReference(wrong)).Message, StringComparison.Ordinal);
        Assert.Equal("0", board.Say("CAL:REF:COUN?"));
    }
}
