using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>
/// The pulse path without a pulse (hardware/board.md, "Test path of the pulse switches"). Each driver that is off rests at 95 mV over 9.5
/// kΩ; a closed pulse switch puts that on its gold terminal, where 330 kΩ and 75 kΩ show it to the ADC. With all switches commanded open a
/// lifted terminal is a switch that does not open; with one commanded closed a terminal at ground is one that does not close, or a driver
/// that is on. All terminals are joined by the gold layer, so those past the ninth, which have no input, are seen through it.
/// </summary>
internal sealed class PulsePathTest
{
    private const double LiftedVolts = MonitorInputs.RestVolts / 2;

    // Beside one switch that does not open another driver at rest lifts the gold by 4 mV more, beside two by 1.5 mV, less up to 1 mV and
    // 0.6 mV of tolerance of their resistors. Noise of a mean is a tenth of this.
    private const double SameVolts = 0.3e-3;
    private const int Readings = 4;

    private readonly AnalogBoard _board;
    private readonly SelfTestReport _report;
    private readonly int _nodes;
    private readonly int _inputs;

    public PulsePathTest(AnalogBoard board, SelfTestReport report)
    {
        _board = board;
        _report = report;
        _nodes = board.NodeCount;
        _inputs = MonitorInputs.Terminals(_nodes);
    }

    /// <summary>
    /// Both rails, and pulse switches that do not open. No switch is closed unless one is found, which is then told from the others.
    /// </summary>
    public void CheckOpen()
    {
        _board.ConnectPulseTest();
        CheckRail(true);
        CheckRail(false);
        double[] open = new double[_inputs];
        bool isLifted = false;
        for (int k = 0; k < _inputs; k++)
        {
            open[k] = Volts(k);
            isLifted |= Math.Abs(open[k]) > LiftedVolts;
        }

        if (isLifted)
            FindClosed(open);
    }

    /// <summary>Pulse switches that do not close, and drivers that are on. To be called where no switch stays closed.</summary>
    public void CheckClosing()
    {
        _board.ConnectPulseTest();
        bool[] lifts = new bool[_nodes];
        int count = 0;
        for (int k = 0; k < _nodes; k++)
        {
            _board.SelectPulseSwitches(k, -1);
            lifts[k] = Lifted(Input(k));
            count += lifts[k] ? 1 : 0;
        }

        if (count == 0)
        {
            _report.Add(
                SelfTestFault.DriverOn,
                -1,
                -1,
                "No pulse switch lifts its gold terminal: all drivers are on without a pulse (PULSE_EN, Q1 to Q3), "
                + "no switch of PSW1 closes, or +1.8 V does not reach the drivers' outputs.");
            return;
        }

        for (int k = 0; k < _nodes; k++)
        {
            if (!lifts[k])
                NameClosing(k, Next(lifts, k));
        }
    }

    /// <summary>Leads of the gold layer that do not reach it, as far as terminals have inputs. To be called where all switches open and
    /// close.</summary>
    public void CheckLeads()
    {
        _board.ConnectPulseTest();
        bool[] joined = new bool[_inputs];
        int count = 0;
        for (int k = 0; k < _inputs; k++)
        {
            _board.SelectPulseSwitches(k, -1);
            joined[k] = Lifted((k + 1) % _inputs);
            count += joined[k] ? 1 : 0;
        }

        if (count == 0)
        {
            _report.Add(SelfTestFault.OpenGoldLead, -1, -1, "No terminal of the gold layer is joined to another: check its connector J3.");
            return;
        }

        for (int k = 0; k < _inputs; k++)
        {
            if (!joined[k] && !joined[(k + _inputs - 1) % _inputs])
                _report.Add(SelfTestFault.OpenGoldLead, k, -1, "The gold lead of node " + (k + 1).ToString() + " is open.");
        }
    }

    private void CheckRail(bool positive)
    {
        double volts = InRange(_board.ReadRail(positive, out Fault fault), fault);
        double nominal = positive ? MonitorInputs.RailVolts : -MonitorInputs.RailVolts;
        if (!(Math.Abs(volts - nominal) <= MonitorInputs.RailTolerance))
        {
            _report.Add(SelfTestFault.WrongRail, -1, -1, "The rail of " + MessageNumber.Of(nominal) + " V of the pulse drivers is at "
                + MessageNumber.Of(volts) + " V: check its regulator, fuse and supply.");
        }
    }

    // One that is closed already changes nothing when it is commanded to close.
    private void FindClosed(double[] open)
    {
        bool isNamed = false;
        for (int k = 0; k < _nodes; k++)
        {
            int input = Input(k);
            if (Math.Abs(open[input]) > LiftedVolts)
            {
                _board.SelectPulseSwitches(-1, -1);
                double before = Mean(input);
                _board.SelectPulseSwitches(k, -1);
                if (Math.Abs(Mean(input) - before) < SameVolts)
                {
                    isNamed = true;
                    Add(SelfTestFault.PulseSwitchStuckClosed, k, " does not open.");
                }
            }
        }

        if (!isNamed)
        {
            _report.Add(SelfTestFault.PulseSwitchStuckClosed, -1, -1, "A gold terminal stands at " + MessageNumber.Of(open[0])
                + " V with all pulse switches open, but no pulse switch is the cause: check J3 and the drivers.");
        }
    }

    // Beside one that lifts the gold, a driver that is on pulls it down again; a switch that does not close changes nothing.
    private void NameClosing(int node, int other)
    {
        _board.SelectPulseSwitches(node, other);
        if (!Lifted(Input(other)))
        {
            _report.Add(SelfTestFault.DriverOn, node, -1, "The driver of node " + (node + 1).ToString()
                + " is on without a pulse, or its output is shorted: check its E/S pin.");
        }
        else if (node < _inputs && !Lifted(node))
        {
            Add(SelfTestFault.PulseSwitchStuckOpen, node, " does not close, or its terminal is at ground.");
        }
        else
        {
            Add(
                SelfTestFault.PulseSwitchStuckOpen,
                node,
                node < _inputs ? " does not close." : " does not close, or its gold lead is open.");
        }
    }

    private void Add(SelfTestFault fault, int node, string what) =>
        _report.Add(fault, node, node % 8 + 1, "Pulse switch " + (node + 1).ToString() + what);

    private int Input(int node) => node < _inputs ? node : 0;

    private int Next(bool[] lifts, int node)
    {
        int other = (node + 1) % _nodes;
        while (!lifts[other])
            other = (other + 1) % _nodes;

        return other;
    }

    private bool Lifted(int input) => Volts(input) > LiftedVolts;

    private double Volts(int input) => InRange(_board.ReadTerminal(input, out Fault fault), fault);

    // A reading out of range is as good as full scale here.
    private static double InRange(double volts, Fault fault)
    {
        if ((fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " in the test of the pulse path.");

        return volts;
    }

    private double Mean(int input)
    {
        double sum = 0;
        for (int i = 0; i < Readings; i++)
            sum += Volts(input);

        return sum / Readings;
    }
}
