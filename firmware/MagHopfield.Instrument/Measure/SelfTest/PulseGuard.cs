using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>
/// What is looked at before pulses: rails, pulse switches that do not open, switches of nodes that do not open, pulse switches that do not
/// close, drivers that are on. About 0.1 s with four nodes. What it finds locks pulses until the self-test passes.
/// </summary>
internal sealed class PulseGuard
{
    private readonly AnalogBoard _board;
    private readonly InstrumentSettings _settings;

    public PulseGuard(AnalogBoard board, InstrumentSettings settings)
    {
        _board = board;
        _settings = settings;
    }

    /// <summary>
    /// Looks at what can be seen with all switches open: rails and pulse switches. Other findings than a switch leave the board usable for
    /// measurements.
    /// </summary>
    /// <returns>What was found, which has locked pulses.</returns>
    public SelfTestReport CheckAtStart()
    {
        SelfTestReport report = new SelfTestReport();
        new PulsePathTest(_board, report).CheckOpen();
        _board.ConfirmWelds(_board.NodeWelded, report.Has(SelfTestFault.PulseSwitchStuckClosed));
        Lock(report);
        return report;
    }

    /// <summary>Looks before a train of pulses.</summary>
    /// <exception cref="PulseLockedException">Something was found, now or before.</exception>
    public void CheckBeforePulses()
    {
        try
        {
            _board.CheckPulseLock();

            // A bit that was wrong in the last frame of something before is none of this.
            _board.ReadAdcFaults();
            SelfTestReport report = CheckAtStart();
            if (report.Passed)
            {
                new WeldTest(_board, report, _settings.ReferenceOhms).Find();
                _board.ConfirmWelds(!report.Passed, false);
            }

            if (report.Passed)
                new PulsePathTest(_board, report).CheckClosing();

            Lock(report);
            _board.OpenAll();
            CheckAdc();
            _board.CheckPulseLock();
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    // What the ADC has to say of the last frames is no news for the measurement after the pulses.
    private void CheckAdc()
    {
        Fault fault = _board.ReadAdcFaults() & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion);
        if (fault != Fault.None)
        {
            throw new MeasurementException(
                "The ADC reports " + Ad7124Adc.Describe(fault) + " after the look at the pulse path: try again.");
        }
    }

    private void Lock(SelfTestReport report)
    {
        if (!report.Passed)
            _board.LockPulses(report.Findings[0].Text);
    }
}
