using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>
/// Four readings that tell whether any switch of any node does not open, with a film or without one: all electrodes on one side of the
/// source let no current flow, all on one sense bus none of the test current, unless a switch of the other side is closed. Which one it is,
/// the self-test finds.
/// </summary>
internal sealed class WeldTest
{
    private const double SomeCurrent = 0.05 * AnalogBoard.ExcitationAmperes;

    private readonly AnalogBoard _board;
    private readonly SelfTestReport _report;
    private readonly double _referenceOhms;

    public WeldTest(AnalogBoard board, SelfTestReport report, double referenceOhms)
    {
        _board = board;
        _report = report;
        _referenceOhms = referenceOhms;
    }

    /// <summary>Looks.</summary>
    public void Find()
    {
        Force(false, "SW1");
        Force(true, "SW2");
        _board.ConnectSenseOnly();
        Sense(false, "SW3 or SW5");
        Sense(true, "SW4 or SW6");
    }

    private void Force(bool isPlus, string other)
    {
        _board.ConnectOneSide(isPlus);
        bool isValid = _board.TryReadReference(out double volts, out Fault fault);
        if (!isValid && (fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " in the test before a pulse.");

        // Divisor: R_REF is above 0, the self-test refuses another.
        if (Math.Abs(volts) / _referenceOhms > SomeCurrent)
            Add(other);
    }

    private void Sense(bool isPositive, string other)
    {
        _board.SelectOneSide(isPositive);
        if (_board.InputsConduct())
            Add(other);
    }

    private void Add(string switches) => _report.Add(SelfTestFault.SwitchStuckClosed, -1, -1, "A switch " + switches
        + " of a node does not open; *TST? tells which.");
}
