using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Tests.Fields;

public class FieldArithmeticTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(22)]
    public void A_cell_without_a_number_is_the_largest_whatever_comes_after_it(int cell)
    {
        VectorField<double> field = new(new Mesh(23, 1, 1, 1e-9, 1e-9, 1e-9));
        for (int i = 0; i < 23; i++)
            field[i] = new(3, 4, i == 7 ? 12 : 0);
        Assert.Equal(13, FieldArithmetic.LargestNorm<double>([field], [1.0]));
        field.Y[cell] = double.NaN;
        Assert.Equal(double.NaN, FieldArithmetic.LargestNorm<double>([field], [1.0]));
    }
}
