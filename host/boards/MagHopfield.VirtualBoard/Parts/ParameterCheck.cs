using System.Globalization;

namespace MagHopfield.VirtualBoard.Parts;

/// <summary>Checks of figures that say what is wrong, where, and how to mend it.</summary>
internal static class ParameterCheck
{
    public static void Positive(string name, double value, string unit)
    {
        if (!(value > 0) || double.IsInfinity(value))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"{name} is {value} {unit}; give a finite value above 0."));
        }
    }

    public static void NotNegative(string name, double value, string unit)
    {
        if (!(value >= 0) || double.IsInfinity(value))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"{name} is {value} {unit}; give a finite value of 0 or more."));
        }
    }
}
