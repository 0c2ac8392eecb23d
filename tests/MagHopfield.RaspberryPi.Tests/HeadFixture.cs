using System.Device.Gpio;
using System.Text;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Devices;
using MagHopfield.Instrument.Scpi;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.StandIn;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.RaspberryPi.Tests;

/// <summary>A head on a stand-in, with one client that says lines.</summary>
internal sealed class HeadFixture : IDisposable
{
    private readonly StringBuilder _answers = new();
    private readonly CheckedLink _link;
    private long _turns;

    public HeadFixture(IMagneticDevice film, BoardParameters? parameters = null, Action<PulseBus>? pulse = null)
    {
        Pi = new StandInPi(film, parameters) { PulseOpened = pulse };
        Head = new PiHead(
            new RaspberryPiBoard(Pi, Pi.Model, Pi.BufferBytes, Pi.Board.Clock), Pi.Model.Name, new HostClock(), Said.Add, () =>
                Interlocked.Increment(ref _turns));
        _link = Head.Connect((bytes, offset, count) =>
        {
            lock (_answers)
                _answers.Append(Encoding.Latin1.GetString(bytes, offset, count));
        });
    }

    public StandInPi Pi { get; }

    public PiHead Head { get; }

    public List<string> Said { get; } = [];

    /// <summary>Says a command and waits until it is done.</summary>
    /// <returns>The answer before that of *OPC?, empty where there is none.</returns>
    public string Say(string command)
    {
        Send($"{command};*OPC?\n");
        string all = Await();
        string answer = all[..^1];
        return answer.EndsWith(';') ? answer[..^1] : answer;
    }

    /// <summary>Says a line and waits for nothing.</summary>
    public void Send(string line)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(line);
        _link.Receive(bytes, 0, bytes.Length);
    }

    /// <summary>Holds a button down, lets it go, and waits until the head has done what it says.</summary>
    public void Press(int gpio, int milliseconds)
    {
        Hold(gpio, PinValue.High, milliseconds);
        Hold(gpio, PinValue.Low, 50);
    }

    public void Dispose()
    {
        _link.LinkLost();
        Head.Dispose();
        Pi.Dispose();
    }

    // A level counts when two looks at least 20 ms apart have seen it; a turn of the head ends when what it has seen is done.
    private void Hold(int gpio, PinValue level, int milliseconds)
    {
        Pi.Pins.Drive(gpio, level);
        AwaitTurns();
        Thread.Sleep(milliseconds);
        AwaitTurns();
    }

    private void AwaitTurns()
    {
        long wanted = Interlocked.Read(ref _turns) + 2;
        Assert.True(
            SpinWait.SpinUntil(() => Interlocked.Read(ref _turns) >= wanted, TimeSpan.FromSeconds(60)), "The head's thread stands still.");
    }

    private string Await()
    {
        long end = Environment.TickCount64 + 60_000;
        while (Environment.TickCount64 < end)
        {
            lock (_answers)
            {
                string text = _answers.ToString();
                if (text.EndsWith('\n'))
                {
                    _answers.Clear();
                    return text.TrimEnd('\n');
                }
            }

            Thread.Sleep(2);
        }

        throw new TimeoutException($"no answer; so far '{_answers}'");
    }
}
