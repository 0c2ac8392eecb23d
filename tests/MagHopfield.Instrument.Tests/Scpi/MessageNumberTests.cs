using System.Globalization;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>Numbers in messages have as many digits as mean something.</summary>
public sealed class MessageNumberTests
{
    [Theory]
    [InlineData(24.999999999999996, "25")]
    [InlineData(-24.999999999999996, "-25")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(0.00019999999999999998, "0.0002")]
    [InlineData(123.4449999, "123.445")]
    [InlineData(999999.7, "1000000")]
    [InlineData(5e-9, "5.0E-9")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "9.91E+37")]
    public void A_number_in_a_message_has_six_digits_at_most(double value, string expected) =>
        Assert.Equal(expected, MessageNumber.Of(value));

    [Fact]
    public void Every_number_is_told_within_half_of_its_sixth_digit()
    {
        Random random = new(1);
        for (int k = 0; k < 20_000; k++)
        {
            double value = (1 + (9 * random.NextDouble())) * Math.Pow(10, random.Next(-60, 60));
            string text = MessageNumber.Of(value);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture), 0.51e-5 * value);
            Assert.InRange(text.Split('E')[0].Replace(".", "").Trim('0').Length, 1, 6);
        }
    }
}
