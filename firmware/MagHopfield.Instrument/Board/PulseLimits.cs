using System;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// What a training pulse may be. The board checks it before every single pulse, so no command can pass it by. Limits can be made
/// tighter than the hardware's, never wider.
/// </summary>
public sealed class PulseLimits
{
    /// <summary>Largest amplitude of the DAC's range in volts.</summary>
    public const double HardwareVolts = 5.0;

    /// <summary>Longest pulse of one RMT command at 1 µs a tick, in microseconds.</summary>
    public const int HardwareWidthMicroseconds = 32767;

    /// <summary>Current limit of a pulse driver in amperes.</summary>
    public const double DriverAmperes = 0.5;

    /// <summary>Largest energy of a pulse from one driver in joules: 5 V × 0.5 A × 200 µs.</summary>
    public const double HardwareJoules = 0.5e-3;

    /// <summary>Largest duty of the pulse switches' peak current.</summary>
    public const double HardwareDuty = 0.1;

    // Half a code of the DAC in volts, 10 V / 65536 / 2: an amplitude that is asked for at a limit may be rounded up by so much.
    private const double HalfCodeVolts = 5.0 / 65536;

    /// <summary>Most pulses of one train.</summary>
    public const int HardwareCount = 100000;

    /// <summary>The hardware's own limits, with pulses of at most 10 ms.</summary>
    public PulseLimits()
        : this(HardwareVolts, 10000, HardwareJoules, HardwareDuty)
    {
    }

    /// <summary>Limits that are tighter than the hardware's.</summary>
    /// <param name="volts">Largest amplitude in volts.</param>
    /// <param name="widthMicroseconds">Longest pulse in microseconds.</param>
    /// <param name="joules">Largest energy of a pulse from one driver at its current limit, in joules.</param>
    /// <param name="duty">Largest share of time that the drivers are on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive or wider than the hardware's.</exception>
    public PulseLimits(double volts, int widthMicroseconds, double joules, double duty)
        : this(volts, widthMicroseconds, joules, duty, DriverAmperes, 0)
    {
    }

    /// <summary>Limits that are tighter than the hardware's, with one of the current.</summary>
    /// <param name="volts">Largest amplitude in volts.</param>
    /// <param name="widthMicroseconds">Longest pulse in microseconds.</param>
    /// <param name="joules">Largest energy of a pulse from one driver at its current limit, in joules.</param>
    /// <param name="duty">Largest share of time that the drivers are on.</param>
    /// <param name="amperes">Largest current into a terminal of the gold layer in amperes, at most the drivers' own 0.5 A.</param>
    /// <param name="goldOhms">Least resistance in ohm that a terminal of the gold layer with its leads has against all others together, or
    /// 0 where it is not known: a pulse may then draw the drivers' 0.5 A.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive or wider than the hardware's.</exception>
    public PulseLimits(double volts, int widthMicroseconds, double joules, double duty, double amperes, double goldOhms)
    {
        if (!(0 < amperes && amperes <= DriverAmperes))
            throw new ArgumentOutOfRangeException("amperes", "The current limit must be above 0 and at most 0.5 A.");

        if (!(0 <= goldOhms && goldOhms < 1e9))
            throw new ArgumentOutOfRangeException("goldOhms", "The resistance of the gold layer must be 0 (not known) or more.");

        if (!(0 < volts && volts <= HardwareVolts))
            throw new ArgumentOutOfRangeException("volts", "The voltage limit must be above 0 and at most 5 V.");

        if (widthMicroseconds < 1 || widthMicroseconds > HardwareWidthMicroseconds)
            throw new ArgumentOutOfRangeException("widthMicroseconds", "The width limit must be 1 to 32767 us.");

        if (!(0 < joules && joules <= HardwareJoules))
            throw new ArgumentOutOfRangeException("joules", "The energy limit must be above 0 and at most 0.5 mJ a pulse.");

        if (!(0 < duty && duty <= HardwareDuty))
            throw new ArgumentOutOfRangeException("duty", "The duty limit must be above 0 and at most 0.1.");

        Volts = volts;
        WidthMicroseconds = widthMicroseconds;
        Joules = joules;
        Duty = duty;
        Amperes = amperes;
        GoldOhms = goldOhms;
    }

    /// <summary>Largest amplitude in volts.</summary>
    public double Volts { get; }

    /// <summary>Longest pulse in microseconds.</summary>
    public int WidthMicroseconds { get; }

    /// <summary>Largest energy of a pulse from one driver at its current limit, in joules.</summary>
    public double Joules { get; }

    /// <summary>Largest share of time that the drivers are on.</summary>
    public double Duty { get; }

    /// <summary>Largest current into a terminal of the gold layer in amperes.</summary>
    public double Amperes { get; }

    /// <summary>Least resistance in ohm of a terminal of the gold layer against all others together, or 0 where it is not known.</summary>
    public double GoldOhms { get; }

    /// <summary>Largest current in amperes that a pulse can draw from a driver: +V against −V on the gold layer, or the driver's
    /// limit.</summary>
    /// <param name="volts">Largest amplitude of any node in volts, of either sign.</param>
    public double LargestAmperes(double volts)
    {
        double amplitude = 2 * Math.Abs(volts);
        if (!(amplitude < DriverAmperes * GoldOhms))
            return DriverAmperes;

        // Divisor: GoldOhms is above 0, or nothing is below the product.
        return amplitude / GoldOhms;
    }

    /// <summary>Checks one pulse.</summary>
    /// <param name="volts">Largest amplitude of any node in volts, of either sign.</param>
    /// <param name="widthMicroseconds">Width in microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pulse passes a limit.</exception>
    public void CheckPulse(double volts, int widthMicroseconds)
    {
        double amplitude = Math.Abs(volts);
        if (!(amplitude <= Volts))
        {
            throw new ArgumentOutOfRangeException(
                "volts", "A pulse of " + MessageNumber.Of(volts) + " V passes the limit of " + MessageNumber.Of(Volts)
                + " V.");
        }

        if (widthMicroseconds < 1 || widthMicroseconds > WidthMicroseconds)
        {
            throw new ArgumentOutOfRangeException("widthMicroseconds", "A pulse of " + widthMicroseconds.ToString()
                + " us is outside 1 to " + WidthMicroseconds.ToString() + " us.");
        }

        double asked = Math.Max(0, amplitude - HalfCodeVolts);
        double amperes = LargestAmperes(volts);
        if (!(LargestAmperes(asked) <= Amperes * (1 + 1e-9)))
        {
            throw new ArgumentOutOfRangeException(
                "volts", "A pulse of " + MessageNumber.Of(volts) + " V may draw " + MessageNumber.Of(amperes * 1e3)
                + " mA, limit " + MessageNumber.Of(Amperes * 1e3)
                    + " mA: make it lower, or give the resistance of the gold layer if it is larger.");
        }

        // The driver's current limit bounds the current whatever hangs on it.
        double joules = amplitude * DriverAmperes * widthMicroseconds * 1e-6;
        if (asked * DriverAmperes * widthMicroseconds * 1e-6 > Joules * (1 + 1e-9))
        {
            throw new ArgumentOutOfRangeException("widthMicroseconds", "A pulse of " + MessageNumber.Of(volts) + " V and "
                + widthMicroseconds.ToString() + " us may carry " + MessageNumber.Of(joules * 1e3) + " mJ, limit "
                    + MessageNumber.Of(Joules * 1e3)
                + " mJ: make it shorter or lower.");
        }
    }

    /// <summary>Checks a train of equal pulses.</summary>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="widthMicroseconds">Width in microseconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <exception cref="ArgumentOutOfRangeException">The train passes a limit.</exception>
    public void CheckTrain(double volts, int widthMicroseconds, int count)
    {
        CheckPulse(volts, widthMicroseconds);
        if (count < 1 || count > HardwareCount)
            throw new ArgumentOutOfRangeException("count", "A train has 1 to 100000 pulses, asked for " + count.ToString() + ".");
    }

    /// <summary>Time that the drivers must rest after a pulse, in microseconds.</summary>
    /// <param name="widthMicroseconds">Width of the pulse in microseconds.</param>
    public int RestMicroseconds(int widthMicroseconds) => (int)Math.Ceiling(widthMicroseconds * (1.0 / Duty - 1.0) - 1e-9);
}
