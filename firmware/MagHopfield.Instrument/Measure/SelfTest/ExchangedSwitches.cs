using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>
/// Finds two switches of a node that are exchanged, as by two crossed wires: closes one sense switch at a time and looks which bus it
/// reaches. Only a switch that reaches a bus which is not its own counts, so an open lead or a switch that does not close is left to the
/// stage that follows. SW1 and SW2 show there, too: neither carries current though every lead is sound.
/// </summary>
internal sealed class ExchangedSwitches
{
    private const double SomeReferenceVolts = 1e-3;

    // As between leads of one electrode: some microvolts of thermal EMF; 500 µV on a force lead of 1 Ω, 25 mV on a shunt.
    private const double SameLeadVolts = 100e-6;
    private const double ShuntVolts = 10e-3;

    private readonly AnalogBoard _board;
    private readonly SelfTestReport _report;

    public ExchangedSwitches(AnalogBoard board, SelfTestReport report)
    {
        _board = board;
        _report = report;
    }

    public static void Report(SelfTestReport report, int node, int first, int second)
    {
        report.Add(SelfTestFault.SwitchesExchanged, node, 10 * first + second, "SW" + first.ToString() + " and SW" + second.ToString()
            + " of node " + (node + 1).ToString() + " are exchanged: each closes where the other should.");
    }

    public void Find()
    {
        int n = _board.NodeCount;
        for (int k = 0; k < n; k++)
        {
            int other = (k + 1) % n;
            if (!FindWithForce(k, other) && !FindAcrossBuses(k, other))
                FindOnOneBus(k, other);
        }
    }

    private static NodeSwitch Switch(int number) => (NodeSwitch)(1 << (number - 1));

    // A sense switch that completes the path of the probe current.
    private bool FindWithForce(int node, int other)
    {
        _board.ConnectPair(-1, other);
        int source = Conducting(node);
        _board.ConnectPair(other, -1);
        int sink = Conducting(node);
        if (source > 0)
            Report(_report, node, 1, source);

        if (sink > 0)
            Report(_report, node, 2, sink);

        return source > 0 || sink > 0;
    }

    private int Conducting(int node)
    {
        for (int number = 3; number <= 6; number++)
        {
            _board.SelectInputs(node, Switch(number), -1, NodeSwitch.None);
            bool inRange = _board.TryReadReference(out double volts, out Fault _);
            if (!inRange || Math.Abs(volts) > SomeReferenceVolts)
                return number;
        }

        return 0;
    }

    // A switch of SENSE_P that reaches SENSE_N, and the other way round: the burnout current flows through the film to the other node.
    private bool FindAcrossBuses(int node, int other)
    {
        _board.ConnectSenseOnly();
        bool third = Reaches(node, 3, other, NodeSwitch.SensePositive);
        bool fifth = Reaches(node, 5, other, NodeSwitch.SensePositive);
        bool fourth = Reaches(node, 4, other, NodeSwitch.SenseNegative);
        bool sixth = Reaches(node, 6, other, NodeSwitch.SenseNegative);

        // Where both of a bus seem wrong, the other node's are: its own turn names it.
        if (third == fifth || fourth == sixth)
            return false;

        int positive = third ? 3 : 5;
        int negative = fourth ? 4 : 6;
        Report(_report, node, Math.Min(positive, negative), Math.Max(positive, negative));
        return true;
    }

    // Two switches of one bus reach it both, but each with the other's lead.
    private void FindOnOneBus(int node, int other)
    {
        _board.ConnectPair(node, other);
        _board.SelectInputs(node, NodeSwitch.SensePositive, node, NodeSwitch.SenseNegative);
        bool inRange = _board.TryReadSense(out double volts, out Fault _);
        if (!inRange || Math.Abs(volts) < SameLeadVolts || !AllReach(node, other))
            return;

        bool positive = volts > ShuntVolts;
        Report(_report, node, positive ? 3 : 4, positive ? 5 : 6);
    }

    private bool AllReach(int node, int other)
    {
        _board.ConnectSenseOnly();
        return Reaches(node, 3, other, NodeSwitch.SenseNegative) && Reaches(node, 5, other, NodeSwitch.SenseNegative)
            && Reaches(node, 4, other, NodeSwitch.SensePositive) && Reaches(node, 6, other, NodeSwitch.SensePositive);
    }

    private bool Reaches(int node, int number, int other, NodeSwitch against)
    {
        _board.SelectInputs(node, Switch(number), other, against);
        return _board.InputsConduct();
    }
}
