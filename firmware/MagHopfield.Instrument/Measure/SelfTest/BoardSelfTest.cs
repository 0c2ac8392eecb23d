using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>
/// Finds and names what is wrong between ADC and film, and between drivers and gold. Ten stages, each of which builds on the ones before
/// and so is the last where it finds something: gains; rails and pulse switches stuck closed; R_REF open; switches stuck closed; switches
/// exchanged; pulse switches stuck open, drivers on, open gold leads; switches stuck open and open leads; probe current and shunts;
/// insulation between film and gold; shorts. So probe path and pulse path are not closed together by a switch that does not open. It names
/// one fault at a time with certainty, several at once as far as they do not hide each other. With two nodes a switch that does not close
/// in the force path of one cannot be told from one of the other, and both are named. A test that finds something, or does not come to its
/// end, locks pulses.
/// </summary>
internal sealed class BoardSelfTest
{
    private const double SomeCurrent = 0.05 * AnalogBoard.ExcitationAmperes;
    private const double ExcitationTolerance = 0.05;
    private const double ShuntTolerance = 0.005;

    // Between leads of one electrode there are some microvolts of thermal EMF; between two electrodes 500 µA makes more than 1 mV, on a
    // force lead of 1 Ω 500 µV, on a shunt 25 mV.
    private const double SameLeadVolts = 100e-6;
    private const double ShuntVolts = 10e-3;

    // 1.4 V on 4.7 MΩ. Open switches leak a tenth of that on a board of 64 nodes.
    private const double LeakAmperes = 0.3e-6;

    private readonly AnalogBoard _board;
    private readonly InstrumentSettings _settings;
    private readonly double _shuntOhms;
    private readonly double _referenceOhms;
    private readonly int _nodes;
    private readonly SelfTestReport _report = new SelfTestReport();

    public BoardSelfTest(AnalogBoard board, InstrumentSettings settings)
    {
        if (!(0 < settings.ShuntOhms) || !(0 < settings.ReferenceOhms))
            throw new ArgumentException("R_SHUNT and R_REF must be above 0 ohm.");

        _board = board;
        _settings = settings;
        _shuntOhms = settings.ShuntOhms;
        _referenceOhms = settings.ReferenceOhms;
        _nodes = board.NodeCount;
    }

    public SelfTestReport Run()
    {
        long start = _board.Clock.Microseconds;
        bool nodeWelded = _board.NodeWelded;
        bool pulseWelded = _board.PulseWelded;
        _board.ConfirmWelds(false, false);
        PulsePathTest pulsePath = new PulsePathTest(_board, _report);
        try
        {
            CheckGains();
            if (_report.Passed)
            {
                pulsePath.CheckOpen();
                pulseWelded = _report.Has(SelfTestFault.PulseSwitchStuckClosed);
            }

            if (_report.Passed)
                CheckReference();

            if (_report.Passed)
            {
                FindClosedForceSwitches();
                FindClosedSenseSwitches();
                nodeWelded = _report.Has(SelfTestFault.SwitchStuckClosed);
            }

            if (_report.Passed)
                new ExchangedSwitches(_board, _report).Find();

            if (_report.Passed)
                pulsePath.CheckClosing();

            if (_report.Passed)
                pulsePath.CheckLeads();

            if (_report.Passed)
                FindOpenPaths();

            if (_report.Passed)
                CheckShunts();

            if (_report.Passed)
                CheckInsulation();

            if (_report.Passed)
                FindShorts();

            _board.OpenAll();

            // What a stage before has kept from being looked for is as it was known.
            _board.ConfirmWelds(nodeWelded, pulseWelded);
        }
        catch (OperationAbortedException e)
        {
            _board.ConfirmWelds(nodeWelded, pulseWelded);
            _board.Abort();
            throw e;
        }
        catch (Exception e)
        {
            _board.ConfirmWelds(nodeWelded, pulseWelded);
            _board.Abort();
            _board.LockPulses("the self-test did not come to its end: " + e.Message);
            throw e;
        }

        if (_report.Passed)
            _board.UnlockPulses();
        else
            _board.LockPulses(_report.Findings[0].Text);

        _report.DurationMicroseconds = _board.Clock.Microseconds - start;
        return _report;
    }

    private void CheckGains()
    {
        _board.ConnectSenseOnly();
        CheckGain(ProbeSetup.Reference);
        CheckGain(ProbeSetup.Shunt);
        for (int range = 0; range < FilmRanges.Count; range++)
            CheckGain(FilmRanges.Setup(range));

        CheckGain(ProbeSetup.Monitor);
    }

    private void CheckGain(ProbeSetup setup)
    {
        bool inRange = _board.TryReadInternalSource(setup, false, out double volts, out Fault fault);
        if (!inRange || !InternalSource.IsRight(volts))
        {
            _report.Add(SelfTestFault.WrongGain, (int)setup, -1, "Setup " + ((int)setup).ToString() + " of the ADC, for "
                + AnalogBoard.NameOf(setup) + ", has a wrong gain: the chip's own 20 mV read as " + MessageNumber.Of(volts * 1000)
                + " mV (fault: " + Ad7124Adc.Describe(fault) + ").");
        }
    }

    // With all switches open the burnout current of AIN2 and AIN3 has one way, R_REF. Without it every later stage would see a probe
    // current at full scale whatever is closed.
    private void CheckReference()
    {
        _board.ConnectSenseOnly();
        if (!_board.ReferenceConducts())
        {
            _report.Add(SelfTestFault.OpenReference, -1, -1,
                "R_REF is open: no current flows from AIN2 to AIN3. Check R_REF, its solder joints and both leads of the ADC to it.");
        }
    }

    // With one end of the source connected no current flows, unless a switch of the other group does not open. Where it is the node's
    // own, the current passes by its shunt.
    private void FindClosedForceSwitches()
    {
        for (int k = 0; k < _nodes; k++)
        {
            _board.ConnectPair(-1, k);
            if (Math.Abs(ReferenceCurrent()) > SomeCurrent && Math.Abs(ShuntCurrent(k)) < SomeCurrent)
                Stuck(k, 1, true);

            _board.ConnectPair(k, -1);
            if (Math.Abs(ReferenceCurrent()) > SomeCurrent && Math.Abs(ShuntCurrent(k)) < SomeCurrent)
                Stuck(k, 2, true);
        }
    }

    // With one sense bus connected no burnout current flows, unless a switch of the other bus does not open. Which one, the film's
    // voltages tell while current enters at one electrode: the bus then carries that of the stuck switch.
    private void FindClosedSenseSwitches()
    {
        _board.ConnectSenseOnly();
        bool positive = Conducts(-1, NodeSwitch.None, 0, NodeSwitch.SenseNegative);
        bool negative = Conducts(0, NodeSwitch.SensePositive, -1, NodeSwitch.None);
        for (int k = 0; k < _nodes && (positive || negative); k++)
        {
            _board.ConnectPair(k, (k + 1) % _nodes);
            if (positive)
            {
                _board.SelectInputs(-1, NodeSwitch.None, k, NodeSwitch.SenseNegative);
                double volts = BusVolts();
                if (Math.Abs(volts) < SameLeadVolts)
                    Stuck(k, 3, true);
                else if (volts > ShuntVolts)
                    Stuck(k, 5, true);
            }

            if (negative)
            {
                // No film side is above the electrode into which the current flows but that of its own force lead.
                _board.SelectInputs(k, NodeSwitch.SensePositive, -1, NodeSwitch.None);
                double volts = BusVolts();
                if (Math.Abs(volts) < SameLeadVolts)
                    Stuck(k, 4, true);
                else if (volts < 0)
                    Stuck(k, 6, true);
            }
        }

        if (_report.Passed && (positive || negative))
        {
            _report.Add(SelfTestFault.SwitchStuckClosed, -1, -1, "A switch on " + (positive ? "SENSE_P" : "SENSE_N")
                + " does not open, but shows at no node.");
        }
    }

    private void FindOpenPaths()
    {
        // The ring: from each node to the next and back.
        bool[] forward = new bool[_nodes];
        bool[] backward = new bool[_nodes];
        bool any = false;
        bool onShunts = false;
        for (int k = 0; k < _nodes; k++)
        {
            int next = (k + 1) % _nodes;
            _board.ConnectPair(k, next);
            forward[k] = Math.Abs(ReferenceCurrent()) > SomeCurrent;
            onShunts |= Math.Abs(ShuntCurrent(k)) > SomeCurrent;
            _board.ConnectPair(next, k);
            backward[k] = Math.Abs(ReferenceCurrent()) > SomeCurrent;
            any |= forward[k] || backward[k];
        }

        if (!any && onShunts)
        {
            _report.Add(
                SelfTestFault.WrongReference, -1, -1, "The probe current flows through the shunts, but R_REF shows none: it is shorted, "
                + MessageNumber.Of(_referenceOhms) + " ohm expected.");
            return;
        }

        if (!any)
        {
            _report.Add(SelfTestFault.ProbeCurrent, -1, -1,
                "No probe current comes back through R_REF from any pair of electrodes: check AIN4, SRC, RTN and R_REF.");
            return;
        }

        _board.ConnectSenseOnly();
        for (int k = 0; k < _nodes; k++)
        {
            int before = (k + _nodes - 1) % _nodes;
            FindOpenPaths(k, forward[k] || backward[before], backward[k] || forward[before]);
        }
    }

    // Four loops of the burnout current, each through two of the node's sense switches: every open part has its own pair of loops.
    private void FindOpenPaths(int node, bool gives, bool takes)
    {
        bool senseLead = Conducts(node, NodeSwitch.SensePositive, node, NodeSwitch.SenseNegative);
        bool shunt = Conducts(node, NodeSwitch.ShuntPositive, node, NodeSwitch.ShuntNegative);
        bool outer = Conducts(node, NodeSwitch.SensePositive, node, NodeSwitch.ShuntNegative);
        bool inner = Conducts(node, NodeSwitch.ShuntPositive, node, NodeSwitch.SenseNegative);
        bool noForce = !gives && !takes;
        string name = "node " + (node + 1).ToString();
        if (senseLead && shunt && !outer && !inner)
        {
            // The leads themselves, or the electrode.
            int other = (node + 1) % _nodes;
            if (!noForce)
            {
                _report.Add(SelfTestFault.OpenSenseLead, node, -1, "The sense lead of " + name + " is open.");
            }
            else if (Conducts(node, NodeSwitch.SensePositive, other, NodeSwitch.SenseNegative))
            {
                _report.Add(SelfTestFault.OpenForceLead, node, -1, "The force lead of " + name + " is open.");
            }
            else
            {
                _report.Add(SelfTestFault.OpenElectrode, node, -1, "The electrode of " + name
                    + " is open: neither force lead nor sense lead reaches the film.");
            }

            return;
        }

        if (!shunt && !inner && noForce)
        {
            _report.Add(SelfTestFault.OpenShunt, node, -1, "The shunt of " + name + " is open.");
            return;
        }

        if (noForce && senseLead && shunt && outer && inner)
        {
            ExchangedSwitches.Report(_report, node, 1, 2);
            return;
        }

        if (!gives)
            Stuck(node, 1, false);

        if (!takes)
            Stuck(node, 2, false);

        if (!senseLead && !outer)
            Stuck(node, 3, false);

        if (!senseLead && !inner)
            Stuck(node, 4, false);

        if (!shunt && !inner)
            Stuck(node, 5, false);

        if (!shunt && !outer)
            Stuck(node, 6, false);
    }

    private void CheckShunts()
    {
        double[] ratio = new double[_nodes];
        double mean = 0;
        int above = 0;
        int below = 0;
        for (int k = 0; k < _nodes; k++)
        {
            _board.ConnectPair(k, (k + 1) % _nodes);
            double reference = ReferenceCurrent();

            // Divisor: a board has at least 2 nodes.
            mean += reference / _nodes;
            ratio[k] = reference > SomeCurrent ? ShuntCurrent(k) / reference : 0;
            above += ratio[k] > 1 + ShuntTolerance ? 1 : 0;
            below += ratio[k] < 1 - ShuntTolerance ? 1 : 0;
        }

        if (_nodes > 2 && (above == _nodes || below == _nodes))
        {
            _report.Add(SelfTestFault.WrongReference, -1, -1, "All shunts differ from R_REF alike, node 1 by a factor of "
                + MessageNumber.Of(ratio[0]) + ": R_REF is not " + MessageNumber.Of(_referenceOhms) + " ohm.");
            return;
        }

        if (Math.Abs(mean / AnalogBoard.ExcitationAmperes - 1) > ExcitationTolerance)
        {
            _report.Add(SelfTestFault.ProbeCurrent, -1, -1, "The probe current is " + ProbeReader.MicroAmperes(mean)
                + ", 500 uA +- 5 % expected.");
        }

        for (int k = 0; k < _nodes; k++)
        {
            if (Math.Abs(ratio[k] - 1) > ShuntTolerance)
            {
                _report.Add(SelfTestFault.WrongShunt, k, -1, "The shunt of node " + (k + 1).ToString() + " reads as "
                    + MessageNumber.Of(ratio[k] * _shuntOhms) + " ohm, " + MessageNumber.Of(_shuntOhms) + " ohm expected.");
            }
        }
    }

    // With no electrode at RTN the source lifts the film to its limit, about 1.4 V. What then flows, flows through a hole in the oxide and
    // the 1 MΩ from the gold layer to ground. Where the hole is does not show: film and gold are both nearly at one voltage.
    private void CheckInsulation()
    {
        _board.ConnectPair(0, -1);
        double leak = Math.Abs(ShuntCurrent(0));
        if (leak > LeakAmperes)
        {
            _report.Add(SelfTestFault.InsulationBreakdown, -1, -1, "The film conducts to the gold layer, or to ground: "
                + MessageNumber.Of(leak * 1e6) + " uA leave it with no electrode at RTN.");
        }
    }

    private void FindShorts()
    {
        for (int i = 0; i < _nodes; i++)
        {
            for (int j = i + 1; j < _nodes; j++)
            {
                _board.ConnectPair(i, j);
                _board.SelectSense(i, j);
                double ohms = BusVolts() / AnalogBoard.ExcitationAmperes;
                if (ohms < _settings.ShortOhms)
                {
                    _report.Add(SelfTestFault.ShortedElectrodes, i, j, "Electrodes " + (i + 1).ToString() + " and " + (j + 1).ToString()
                        + " are shorted: " + MessageNumber.Of(ohms) + " ohm between them.");
                }
            }
        }
    }

    private void Stuck(int node, int number, bool closed)
    {
        _report.Add(closed ? SelfTestFault.SwitchStuckClosed : SelfTestFault.SwitchStuckOpen, node, number, "SW" + number.ToString()
            + " of node " + (node + 1).ToString() + (closed ? " does not open." : " does not close."));
    }

    private bool Conducts(int positive, NodeSwitch positiveSwitch, int negative, NodeSwitch negativeSwitch)
    {
        _board.SelectInputs(positive, positiveSwitch, negative, negativeSwitch);
        return _board.InputsConduct();
    }

    // A reading out of range is as good as full scale here; the chip calls a conversion that saturates failed as well.
    private double ReferenceCurrent()
    {
        return InRange(_board.TryReadReference(out double volts, out Fault fault), fault, volts) / _referenceOhms;
    }

    private double ShuntCurrent(int node)
    {
        _board.SelectShunt(node);
        return BusVolts() / _shuntOhms;
    }

    private double BusVolts()
    {
        return InRange(_board.TryReadSense(out double volts, out Fault fault), fault, volts);
    }

    private static double InRange(bool valid, Fault fault, double volts)
    {
        if (!valid && (fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " during the self-test.");

        return volts;
    }
}
