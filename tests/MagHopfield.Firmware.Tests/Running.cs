using System.Device.Gpio;
using System.Diagnostics;
using System.Text;

namespace MagHopfield.Firmware.Tests;

/// <summary>The head on its own thread, a client at its UART.</summary>
internal sealed class Running : IDisposable
{
    /// <summary>How long a test waits before it fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Esp32 _device;
    private readonly System.Threading.Thread _thread;
    private int _answered;

    public Running(Esp32 device)
    {
        _device = device;
        _thread = new System.Threading.Thread(() =>
        {
            try
            {
                GuardedStart.Work(new Watchdog());
            }
            catch (Exception e)
            {
                Console.WriteLine(e);
            }
        })
        { IsBackground = true };
        device.HeadThread = _thread;
        _thread.Start();
    }

    public bool HasEnded => _thread.Join(Patience);

    public string Ask(string message)
    {
        Await(() => _device.Port != null);
        _device.Port!.Arrive(Encoding.ASCII.GetBytes(message + "\n"), true);
        Await(() => _device.Port.Sent.AsSpan(_answered).Contains('\n'));
        string answer = _device.Port.Sent[_answered..];
        _answered += answer.Length;
        return answer.Trim();
    }

    public void Press(int pin)
    {
        _device.Pins.Drive(pin, PinValue.High);
        System.Threading.Thread.Sleep(100);
        _device.Clock.Advance(100_000_000);
        System.Threading.Thread.Sleep(100);
        _device.Pins.Drive(pin, PinValue.Low);
        System.Threading.Thread.Sleep(100);
        _device.Clock.Advance(100_000_000);
    }

    public void Await(Func<bool> condition)
    {
        Stopwatch time = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(
                time.Elapsed < Patience,
                "The head did not come so far, " + _device.Clock.Seconds + " s of its time and " + _device.Frames.Count
                    + " frames after its start, thread " + _thread.ThreadState + ". It said: " + _device.Said + " It sent: "
                    + _device.Port?.Sent);
            System.Threading.Thread.Sleep(2);
        }
    }

    public void Dispose()
    {
        _device.IsOver = true;
        Assert.True(_thread.Join(Patience));
    }
}
