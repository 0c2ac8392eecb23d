namespace MagHopfield.RaspberryPi.PreFlight;

/// <summary>This machine.</summary>
public sealed class LinuxMachine : IMachine
{
    /// <inheritdoc/>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public DeviceAccess Access(string path)
    {
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return DeviceAccess.Open;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return DeviceAccess.Missing;
        }
        catch (UnauthorizedAccessException)
        {
            return DeviceAccess.Forbidden;
        }
        catch (IOException)
        {
            return DeviceAccess.Busy;
        }
    }
}
