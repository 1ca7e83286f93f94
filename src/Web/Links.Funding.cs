namespace Trellis.Web;

/// <content>Addresses of help to pay for training.</content>
public static partial class Links
{
    public const string Funding = "/funding";
}
