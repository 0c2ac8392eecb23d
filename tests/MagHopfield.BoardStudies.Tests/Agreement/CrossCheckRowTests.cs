using MagHopfield.BoardStudies.Agreement;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Tests.Agreement;

public sealed class CrossCheckRowTests
{
    // Three electrodes: 12 and 13 are neighbours, 23 a far pair of a hundredth of them.
    private static readonly ConductanceMatrix Film = ConductanceMatrix.FromPairs(3, [-0.066, -0.05, -0.0006]);

    [Fact]
    public void The_largest_element_of_the_two_rows_of_a_pair_is_off_the_diagonal() =>
        Assert.Equal([0.066, 0.066, 0.066], CrossCheckRow.LargestOfTheRows(Film));

    [Fact]
    public void A_pair_whose_rows_are_weak_is_held_to_fewer_siemens()
    {
        // 12 strong, 34 weak, hardly anything between the two.
        ConductanceMatrix film = ConductanceMatrix.FromPairs(4, [-0.1, -1e-5, -1e-5, -1e-5, -1e-5, -0.001]);
        double[] largest = CrossCheckRow.LargestOfTheRows(film);
        Assert.Equal(0.1, largest[ConductanceMatrix.PairIndex(0, 1, 4)]);
        Assert.Equal(0.001, largest[ConductanceMatrix.PairIndex(2, 3, 4)]);
        Assert.Equal(0.1, largest[ConductanceMatrix.PairIndex(0, 3, 4)]);
    }

    [Theory]
    [InlineData(20e-6, true)]
    [InlineData(-32e-6, true)]
    [InlineData(34e-6, false)]
    [InlineData(-34e-6, false)]
    public void A_far_pair_is_held_to_the_same_siemens_as_its_neighbours(double error, bool passes)
    {
        double[] pairs = Film.ToPairs();
        pairs[2] += error;
        IReadOnlyList<CrossCheckRow> rows = CrossCheckRow.All(ConductanceMatrix.FromPairs(3, pairs), Film, [0, 0, 0], 5e-4);
        CrossCheckRow far = rows[2];
        Assert.Equal("23", far.Pair);
        Assert.Equal(33e-6, far.Tolerance, 1e-12);
        Assert.Equal(passes, far.Passes);
        Assert.Equal(error / 0.066, far.ErrorOfRows, 1e-9);
        Assert.Equal(error / 0.0006, far.RelativeError, 1e-9);
        Assert.True(rows[0].Passes && rows[1].Passes);
    }

    [Fact]
    public void A_measurement_that_is_no_number_does_not_pass() =>
        Assert.False(new CrossCheckRow("12", double.NaN, -0.066, 0.066, 0, 5e-4).Passes);
}
