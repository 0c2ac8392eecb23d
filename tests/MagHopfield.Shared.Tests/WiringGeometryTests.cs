using CsCheck;

namespace MagHopfield.Shared.Tests;

public class WiringGeometryTests
{
    [Fact]
    public void Four_electrodes_have_the_seven_geometries_of_Niu_2024_Fig_S12()
    {
        string[] expected = ["+ + + -", "+ + - +", "+ + - -", "+ - + +", "+ - + -", "+ - - +", "+ - - -"];
        Assert.Equal(expected, WiringGeometry.All(4).Select(g => g.ToString()));
    }

    [Fact]
    public void Every_split_into_two_groups_occurs_once_up_to_its_sign() => Gen.Int[2, 9].Sample(n =>
    {
        Pattern[] all = WiringGeometry.All(n);
        Assert.Equal((1 << (n - 1)) - 1, all.Length);
        for (int state = 1; state < (1 << n) - 1; state++)
        {
            Pattern split = Pattern.FromState(state, n);
            Assert.Equal(1, all.Count(g => g.SameUpToSign(split)));
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void Node_counts_without_geometries_are_refused(int nodes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WiringGeometry.Count(nodes));
}
