using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests.Fakes;

public enum WireFault
{
    Exception,
    LostFrame,
    DamagedAnswer,
    DamagedFrame,
    PowerCycle,
    BrownOut,
}

/// <summary>
/// A board of register-level chips that records, after every event, which paths exist: the witness against whom the interlock is
/// tested. It can hurt one frame of the bus.
/// </summary>
public sealed class FakeBoard : IPulseGate, ILetterPanel, IPulseLine
{
    private readonly FakeSwitchChip[] _node;
    private readonly FakeSwitchChip[] _pulse;
    private readonly Ws2812Panel _panel;
    private bool _gateOn;

    public FakeBoard(int nodeCount = 4)
    {
        _panel = new Ws2812Panel(this);
        _node = Enumerable.Range(0, nodeCount).Select(_ => new FakeSwitchChip(Witness)).ToArray();
        _pulse = Enumerable.Range(0, (nodeCount + 7) / 8).Select(_ => new FakeSwitchChip(Witness)).ToArray();
        Dacs = Enumerable.Range(0, (nodeCount + 3) / 4).Select(_ => new FakeDac()).ToArray();
        Circuit = new FakeCircuit(this, nodeCount);
        Adc = new FakeAdc(Clock, Circuit.Volts, Circuit.Continuity, Witness);
        Hardware = new BoardHardware(
            new Wire(this, Adc, Adc.PowerCycle),
            Dacs.Select(d => (ISpiLink)new Wire(this, d, d.PowerCycle)).ToArray(),
            _node.Select(s => (ISpiLink)new Wire(this, s, s.PowerCycle)).ToArray(),
            _pulse.Select(s => (ISpiLink)new Wire(this, s, s.PowerCycle)).ToArray(),
            FakePin.Output(high => Array.ForEach(Dacs, d => d.SetClear(high))),
            this,
            Clock,
            this);
    }

    public FakeClock Clock { get; } = new();

    public FakeAdc Adc { get; }

    public FakeDac[] Dacs { get; }

    public FakeCircuit Circuit { get; }

    public BoardHardware Hardware { get; }

    public Pattern? Shown { get; private set; }

    public List<double[]> Pulses { get; } = [];

    public List<int> PulseWidths { get; } = [];

    public List<long> PulseStarts { get; } = [];

    /// <summary>Frames sent so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Index of the frame that is hurt, or −1.</summary>
    public int FaultAt { get; set; } = -1;

    public WireFault Fault { get; set; }

    /// <summary>Whether the gate fails in the middle of the next pulse.</summary>
    public bool GateFails { get; set; }

    /// <summary>Told the number of pulses so far after each, or null.</summary>
    public Action<int>? Fired { get; set; }

    /// <summary>Told after each frame, or null.</summary>
    public Action? Sent { get; set; }

    /// <summary>First moment when both paths existed, or null.</summary>
    public string? Violation { get; private set; }

    public bool ProbePath => Adc.ExcitationOn || _node.Any(s => s.Word != 0);

    public bool PulsePath => _gateOn || _pulse.Any(s => s.Word != 0);

    public bool EverythingOpen => !ProbePath && !PulsePath && Dacs.All(d => d.ClearHeld);

    public FakeSwitchChip NodeChip(int node) => _node[node];

    public FakeSwitchChip PulseChip(int chip) => _pulse[chip];

    public int NodeWord(int node) => _node[node].Word;

    public bool IsPulseSwitchClosed(int node) => (_pulse[node / 8].Word & (1 << (node % 8))) != 0;

    /// <summary>Pulses of the last picture.</summary>
    public byte[] LedTicks { get; private set; } = [];

    public bool IsOn
    {
        get => _panel.IsOn;
        set => _panel.IsOn = value;
    }

    public void Show(Pattern pattern)
    {
        Shown = pattern;
        _panel.Show(pattern);
    }

    public void ShowRows(byte[] rows) => _panel.ShowRows(rows);

    public byte[] TakeRows() => _panel.TakeRows();

    public void Send(IPulseTrain pulses) =>
        LedTicks = [.. Enumerable.Range(0, pulses.PulseCount).SelectMany(i => new[] { pulses.High(i), pulses.Low(i) })];

    public void Fire(int widthMicroseconds)
    {
        _gateOn = true;
        Witness();
        Pulses.Add(Enumerable.Range(0, _node.Length)
            .Select(k => (_pulse[k / 8].Word & (1 << (k % 8))) != 0 ? Dacs[k / 4].Volts(k % 4) : double.NaN).ToArray());
        PulseWidths.Add(widthMicroseconds);
        PulseStarts.Add(Clock.Microseconds);
        Clock.Wait(widthMicroseconds);
        _gateOn = false;
        Fired?.Invoke(Pulses.Count);
        if (GateFails)
            throw new InvalidOperationException("The gate failed.");
    }

    /// <summary>The supply of all chips fails for a moment; the processor runs on.</summary>
    public void PowerCycle()
    {
        Array.ForEach(_node, s => s.PowerCycle());
        Array.ForEach(_pulse, s => s.PowerCycle());
        Array.ForEach(Dacs, d => d.PowerCycle());
        Adc.PowerCycle();
    }

    private void Witness()
    {
        if (Adc != null && ProbePath && PulsePath)
            Violation ??= "frame " + Frames;
    }

    private sealed class Wire(FakeBoard board, IFakeChip chip, Action powerCycle) : ISpiLink
    {
        public void Write(byte[] frame) => Exchange([.. frame]);

        public void TransferFullDuplex(byte[] send, byte[] receive) => Exchange([.. send]).CopyTo(receive, 0);

        public void Dispose()
        {
        }

        private byte[] Exchange(byte[] sent)
        {
            byte[] answer = Carry(sent);
            board.Sent?.Invoke();
            return answer;
        }

        private byte[] Carry(byte[] sent)
        {
            bool hurt = board.Frames++ == board.FaultAt;
            if (!hurt)
                return chip.Transfer(sent);

            switch (board.Fault)
            {
                case WireFault.Exception:
                    throw new IOException("The bus failed.");
                case WireFault.LostFrame:
                    return new byte[sent.Length];
                case WireFault.DamagedFrame:
                    sent[^1] ^= 0x10;
                    return chip.Transfer(sent);
                case WireFault.BrownOut:
                    board.PowerCycle();
                    return chip.Transfer(sent);
                case WireFault.PowerCycle:
                    powerCycle();
                    return chip.Transfer(sent);
                default:
                    byte[] answer = chip.Transfer(sent);
                    answer[^1] ^= 0x10;
                    return answer;
            }
        }
    }
}
