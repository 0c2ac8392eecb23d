using System;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// What the ADC's inputs AIN5 to AIN15 see over dividers (hardware/board.md): gold terminals of the first nine nodes and both rails of the
/// pulse drivers. A pulse of 6.9 V shows as 1.28 V, within the ADC's supplies.
/// </summary>
public static class MonitorInputs
{
    /// <summary>Most nodes whose gold terminal has an input of its own; those beyond are seen through the gold layer.</summary>
    public const int MostTerminals = 9;

    /// <summary>Upper resistor of every divider in ohm.</summary>
    public const double UpperOhms = 330e3;

    /// <summary>Lower resistor of every divider in ohm.</summary>
    public const double LowerOhms = 75e3;

    /// <summary>Resistor from +1.8 V to each driver's output in ohm: with the 10 kΩ to ground there it holds an output at rest at
    /// <see cref="RestVolts"/>, which a closed pulse switch puts on its terminal.</summary>
    public const double RestOhms = 180e3;

    /// <summary>Voltage of the output of a driver that is off, in volts: 1.8 V · 10 kΩ/190 kΩ.</summary>
    public const double RestVolts = 1.8 * 10 / 190;

    /// <summary>Nominal rails of the pulse drivers in volts, of either sign.</summary>
    public const double RailVolts = 6.5;

    /// <summary>How far a rail may be off in volts: regulators 0.37 V, divider and reference 0.13 V.</summary>
    public const double RailTolerance = 0.5;

    /// <summary>Input over voltage before the divider.</summary>
    public const double Ratio = LowerOhms / (UpperOhms + LowerOhms);

    /// <summary>Number of terminals with an input of their own.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    public static int Terminals(int nodeCount) => Math.Min(nodeCount, MostTerminals);

    /// <summary>Input of a terminal.</summary>
    /// <param name="node">Zero-based node, below <see cref="MostTerminals"/>.</param>
    public static AnalogInput Terminal(int node) => (AnalogInput)((int)AnalogInput.Ain5 + node);

    /// <summary>Input of a rail.</summary>
    /// <param name="positive">+6.5 V, else −6.5 V.</param>
    public static AnalogInput Rail(bool positive) => positive ? AnalogInput.Ain15 : AnalogInput.Ain14;
}
