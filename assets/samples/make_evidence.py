#!/usr/bin/python3
"""Draws the evidence files of the sample organisations: photo-like pictures, scans and PDFs, all marked as fictional.

Needs the Debian packages python3-pil, python3-reportlab and fonts-wqy-microhei. The files are committed; run this
only to change them:  python3 assets/samples/make_evidence.py
Everything is drawn from a fixed seed, so that a second run gives the same pictures.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
OUT = Path(__file__).parent / "evidence"
MARK = "示例·虚构"
INK = (40, 40, 48)
SEAL = (196, 38, 38)


def font(size):
    return ImageFont.truetype(FONT, size)


def text(draw, xy, words, size, fill=INK, anchor="la"):
    draw.text(xy, words, font=font(size), fill=fill, anchor=anchor)


def watermark(image, opacity=46, size=54, step=(430, 260)):
    """Repeats the mark across the picture at a slant, so that no crop of it can pass for a real paper."""
    layer = Image.new("RGBA", (image.width * 2, image.height * 2), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for row, y in enumerate(range(0, layer.height, step[1])):
        for x in range((row % 2) * step[0] // 2, layer.width, step[0]):
            draw.text((x, y), MARK, font=font(size), fill=(120, 120, 130, opacity))
    layer = layer.rotate(24, center=(image.width, image.height))
    box = (image.width // 2, image.height // 2, image.width // 2 + image.width, image.height // 2 + image.height)
    return Image.alpha_composite(image.convert("RGBA"), layer.crop(box)).convert("RGB")


def grain(image, sigma, seed):
    noise = Image.frombytes("L", image.size, random.Random(seed).randbytes(image.width * image.height))
    noise = noise.filter(ImageFilter.GaussianBlur(0.7)).point(lambda v: int((v - 128) * sigma / 40 + 128))
    return ImageChops.add(image, Image.merge("RGB", (noise,) * 3), scale=1.0, offset=-128)


def vignette(image, strength=0.2):
    mask = Image.radial_gradient("L").resize(image.size).point(lambda v: int(max(0, v - 90) * strength))
    return ImageChops.subtract(image, Image.merge("RGB", (mask,) * 3))


def vertical(size, top, bottom):
    gradient = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), gradient)


def save_photo(image, name, seed, quality=72):
    photo = vignette(grain(image.filter(ImageFilter.GaussianBlur(0.8)), 5, seed))
    watermark(photo, opacity=58).save(OUT / name, quality=quality, optimize=True)


# --- photo-like pictures ------------------------------------------------------------------------------------------


def room(size, back, wall, floor, ceiling):
    """A room in one-point perspective; `back` is the rectangle of the far wall."""
    width, height = size
    left, top, right, bottom = back
    image = Image.new("RGB", size, wall)
    image.paste(vertical((width, height - bottom), floor[0], floor[1]), (0, bottom))
    image.paste(vertical((width, top), ceiling[0], ceiling[1]), (0, 0))
    draw = ImageDraw.Draw(image)
    for i in range(7):  # floor tiles run to the vanishing point
        draw.line([(left + (right - left) * i / 6, bottom), (width * i / 6, height)], fill=tuple(c - 16 for c in floor[0]), width=2)
    for i in range(1, 7):
        y = bottom + (height - bottom) * (i / 7) ** 1.7
        draw.line([(0, y), (width, y)], fill=tuple(c - 14 for c in floor[0]), width=2)
    image.paste(vertical((left, height), tuple(c - 8 for c in wall), tuple(c - 30 for c in wall)), (0, 0), wedge((left, height), top, bottom, False))
    image.paste(vertical((width - right, height), tuple(c - 16 for c in wall), tuple(c - 40 for c in wall)), (right, 0),
                wedge((width - right, height), top, bottom, True))
    draw.rectangle(back, fill=wall)
    draw.line([(0, height), (left, bottom), (right, bottom), (width, height)], fill=tuple(c - 60 for c in wall), width=5)
    return image, draw


def wedge(size, top, bottom, mirrored):
    """The mask of a side wall, wide at the viewer's end."""
    mask = Image.new("L", size, 0)
    near, far = (size[0], 0) if mirrored else (0, size[0])
    ImageDraw.Draw(mask).polygon([(near, 0), (far, top), (far, bottom), (near, size[1])], fill=255)
    return mask


def shadow(image, box, blur=14, depth=70):
    """A soft shadow on the floor, drawn before what stands on it."""
    layer = Image.new("L", image.size, 0)
    ImageDraw.Draw(layer).ellipse(box, fill=depth)
    layer = layer.filter(ImageFilter.GaussianBlur(blur))
    image.paste(ImageChops.subtract(image, Image.merge("RGB", (layer,) * 3)))


def lamps(draw, width, top):
    for k, (y, half, thick) in enumerate([(40, 150, 18), (100, 110, 12), (150, 82, 8)]):
        for side in (-1, 1):
            x = width / 2 + side * (330 - 75 * k)
            draw.rectangle([x - half, y, x + half, y + thick], fill=(255, 252, 238))


def plant(draw, x, y, scale):
    draw.polygon([(x - 26 * scale, y), (x + 26 * scale, y), (x + 19 * scale, y + 58 * scale), (x - 19 * scale, y + 58 * scale)],
                 fill=(176, 108, 74))
    for k in range(15):
        angle = math.pi * (0.08 + 0.84 * k / 14)
        length = (95 + 32 * math.sin(k * 2.3)) * scale
        tip = (x - length * math.cos(angle), y - length * math.sin(angle))
        side = 9 * scale
        draw.polygon([(x - side, y), tip, (x + side, y)], fill=(52 + 6 * (k % 4), 112 + 9 * (k % 5), 62))


def hall():
    size = (1280, 860)
    image, draw = room(size, (260, 190, 1020, 560), (224, 226, 228), ((196, 186, 170), (160, 148, 132)), ((236, 238, 240), (216, 219, 222)))
    lamps(draw, size[0], 190)
    for x in (300, 420, 540):  # windows of the far wall
        image.paste(vertical((100, 190), (196, 222, 244), (232, 240, 246)), (x, 230))
        draw.rectangle([x, 230, x + 100, 420], outline=(150, 154, 160), width=4)
        draw.line([(x + 50, 230), (x + 50, 420)], fill=(150, 154, 160), width=3)
    draw.rectangle([690, 226, 990, 316], fill=(24, 62, 112))
    text(draw, (840, 258), "星河科技企业孵化器", 28, (244, 246, 250), "mm")
    text(draw, (840, 294), "服 务 大 厅", 22, (206, 220, 240), "mm")
    shadow(image, (600, 620, 1090, 690))
    shadow(image, (80, 690, 520, 740))
    shadow(image, (1080, 664, 1240, 706))
    shadow(image, (550, 516, 634, 544), 8)
    draw.polygon([(690, 470), (990, 470), (1040, 520), (640, 520)], fill=(206, 168, 120))
    draw.polygon([(640, 520), (1040, 520), (1040, 650), (640, 650)], fill=(246, 246, 244))
    draw.rectangle([640, 604, 1040, 618], fill=(36, 92, 160))
    text(draw, (840, 566), "入孵咨询　服务受理", 28, (70, 76, 86), "mm")
    for x in (742, 912):  # screens on the counter
        draw.rectangle([x, 412, x + 84, 468], fill=(30, 34, 40))
        draw.rectangle([x + 5, 417, x + 79, 461], fill=(96, 138, 184))
        draw.rectangle([x + 36, 468, x + 48, 482], fill=(60, 64, 70))
    for x in (96, 236, 376):  # bench
        draw.rounded_rectangle([x, 560, x + 124, 640], 14, fill=(70, 104, 126))
        draw.rounded_rectangle([x, 622, x + 124, 672], 12, fill=(86, 124, 148))
        draw.rectangle([x + 12, 672, x + 20, 716], fill=(74, 76, 80))
        draw.rectangle([x + 104, 672, x + 112, 716], fill=(74, 76, 80))
    plant(draw, 1150, 610, 1.25)
    plant(draw, 590, 490, 0.7)
    draw.polygon([(60, 270), (200, 300), (200, 470), (60, 500)], fill=(250, 250, 246), outline=(120, 120, 124))
    text(draw, (130, 322), "服务流程公示", 20, (150, 40, 40), "mm")
    for k in range(5):
        draw.line([(80, 356 + 26 * k), (182, 352 + 21 * k)], fill=(150, 152, 156), width=4)
    save_photo(image, "service_hall.jpg", 11)


def corridor():
    size = (1000, 1100)
    image, draw = room(size, (380, 330, 620, 640), (232, 230, 222), ((178, 180, 184), (138, 140, 146)), ((244, 244, 242), (222, 224, 224)))
    for k, (y, half) in enumerate([(60, 90), (160, 64), (240, 42), (295, 28)]):
        draw.rectangle([500 - half, y, 500 + half, y + 18 - 3 * k], fill=(255, 254, 246))
    for x1, x2 in ((60, 190), (250, 320)):  # doors of the left wall in perspective
        t1, t2 = 330 * x1 / 380, 330 * x2 / 380
        b1, b2 = 1100 - 460 * x1 / 380, 1100 - 460 * x2 / 380
        draw.polygon([(x1, t1 + 150), (x2, t2 + 105), (x2, b2), (x1, b1)], fill=(150, 118, 84), outline=(96, 74, 52))
    draw.rectangle([430, 400, 570, 640], fill=(198, 204, 208), outline=(110, 116, 120), width=4)
    draw.line([(500, 400), (500, 640)], fill=(110, 116, 120), width=3)
    draw.rectangle([440, 350, 560, 388], fill=(12, 128, 74))
    text(draw, (500, 369), "安全出口", 24, (240, 255, 246), "mm")
    draw.polygon([(790, 540), (880, 560), (880, 800), (790, 724)], fill=(190, 40, 36), outline=(120, 20, 20))
    text(draw, (836, 652), "消火栓", 22, (255, 240, 236), "mm")
    shadow(image, (640, 746, 716, 772), 6)
    for x in (650, 682):  # extinguishers
        draw.rounded_rectangle([x, 676, x + 24, 758], 10, fill=(204, 44, 38))
        draw.rectangle([x + 7, 660, x + 17, 678], fill=(40, 40, 44))
    for k in range(3):  # arrows of the escape route on the floor
        y = 720 + k * 120
        half = 22 + 14 * k
        draw.polygon([(500 - half, y + half), (500, y), (500 + half, y + half), (500 + half // 2, y + half), (500 + half // 2, y + 2 * half),
                      (500 - half // 2, y + 2 * half), (500 - half // 2, y + half)], fill=(76, 168, 112))
    text(draw, (980, 1070), "2025-09-18  3号楼2层", 24, (250, 210, 90), "rs")
    save_photo(image, "escape_corridor.jpg", 12, 74)


def floor_plan():
    image = Image.new("RGB", (1200, 820), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    text(draw, (600, 46), "蒲公英众创空间平面图（2层，总面积480平方米）", 32, INK, "mm")
    rooms = [((80, 100, 720, 578), "开放工位区　30个工位", "240㎡", (226, 238, 250)), ((720, 100, 1120, 334), "路演与会议区", "70㎡", (236, 246, 226)),
             ((720, 334, 1120, 500), "共享加工间", "50㎡", (250, 240, 222)), ((720, 500, 1120, 700), "商业出租", "60㎡", (240, 240, 240)),
             ((80, 578, 720, 700), "运营方办公", "60㎡", (240, 240, 240))]
    for box, name, area, fill in rooms:
        draw.rectangle(box, fill=fill, outline=INK, width=5)
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2 - 16)
        text(draw, middle, name, 26, INK, "mm")
        text(draw, (middle[0], middle[1] + 38), area, 24, (80, 90, 110), "mm")
    for row in range(3):
        for column in range(10):
            x, y = 104 + 60 * column, (130, 230, 470)[row]
            draw.rectangle([x, y, x + 42, y + 30], outline=(80, 110, 150), width=2)
            draw.ellipse([x + 14, y + 32, x + 28, y + 46], outline=(80, 110, 150), width=2)
    draw.rectangle([74, 380, 86, 440], fill=(252, 252, 250))
    text(draw, (40, 410), "入口", 20, INK, "mm")
    text(draw, (80, 760), "工位与公共服务场地合计360㎡：工位区240㎡、路演与会议区70㎡、共享加工间50㎡。", 22)
    text(draw, (80, 792), "公摊已计入各区。制图：示例市蒲公英众创空间（虚构）", 18, (110, 110, 116))
    watermark(image).save(OUT / "makerspace_plan.jpg", quality=78, optimize=True)


# --- scans --------------------------------------------------------------------------------------------------------


def seal(image, centre, radius, around, middle):
    """A round seal; the words stand along the upper arc."""
    stamp = Image.new("RGBA", (radius * 2 + 20,) * 2, (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    c = radius + 10
    draw.ellipse([10, 10, 10 + 2 * radius, 10 + 2 * radius], outline=SEAL + (215,), width=6)
    for k, letter in enumerate(around):
        angle = math.radians(210 - 240 * k / (len(around) - 1))
        glyph = Image.new("RGBA", (44, 44), (0, 0, 0, 0))
        ImageDraw.Draw(glyph).text((22, 22), letter, font=font(27), fill=SEAL + (215,), anchor="mm")
        glyph = glyph.rotate(math.degrees(angle) - 90, resample=Image.BICUBIC)
        x, y = c + (radius - 26) * math.cos(angle), c - (radius - 26) * math.sin(angle)
        stamp.alpha_composite(glyph, (int(x) - 22, int(y) - 22))
    draw.text((c, c + 6), "样", font=font(44), fill=SEAL + (200,), anchor="mm")
    draw.text((c, c + 56), middle, font=font(22), fill=SEAL + (205,), anchor="mm")
    worn = stamp.getchannel("A")
    blot = Image.frombytes("L", stamp.size, random.Random(radius).randbytes(stamp.width * stamp.height)).filter(ImageFilter.GaussianBlur(1.4))
    stamp.putalpha(ImageChops.multiply(worn, blot.point(lambda v: 255 if v > 112 else 150)))
    stamp = stamp.rotate(-7, resample=Image.BICUBIC)
    image.paste(stamp, (centre[0] - c, centre[1] - c), stamp)


def scan(name, title, rows, signature, seal_text, angle, seed):
    """`signature`: label, name, and the line with handler and date."""
    image = Image.new("RGB", (1000, 1220), (253, 252, 248))
    draw = ImageDraw.Draw(image)
    text(draw, (500, 110), title, 40, INK, "mm")
    text(draw, (880, 170), rows[0], 22, (90, 90, 96), "ra")
    y = 210
    for label, value in rows[1:]:
        lines = [value[k:k + 23] for k in range(0, len(value), 23)]
        height = 34 + 34 * len(lines)
        draw.rectangle([90, y, 910, y + height], outline=INK, width=2)
        draw.line([(290, y), (290, y + height)], fill=INK, width=2)
        text(draw, (190, y + height / 2), label, 24, INK, "mm")
        for k, line in enumerate(lines):
            text(draw, (310, y + 18 + 34 * k), line, 24, (30, 50, 120))
        y += height
    text(draw, (120, y + 70), signature[0], 24)
    text(draw, (340, y + 62), signature[1], 34, (24, 40, 110))
    text(draw, (120, y + 140), signature[2], 24)
    text(draw, (500, 1160), "本件为演示用虚构材料，不对应任何真实机构或个人", 22, (130, 60, 60), "mm")
    seal(image, (730, y + 120), 120, seal_text, "虚构专用")
    image = watermark(image, opacity=60)
    image = image.rotate(angle, resample=Image.BICUBIC, expand=False, fillcolor=(205, 204, 200))
    shade = Image.linear_gradient("L").rotate(90).resize(image.size).point(lambda v: v // 9)
    image = ImageChops.subtract(image, Image.merge("RGB", (shade,) * 3))
    draw = ImageDraw.Draw(image)
    dust = random.Random(seed)
    for _ in range(140):
        x, y = dust.randrange(1000), dust.randrange(1220)
        draw.ellipse([x, y, x + dust.choice((1, 1, 2)), y + 1], fill=(120, 116, 110))
    image = grain(image.filter(ImageFilter.GaussianBlur(0.6)), 5, seed)
    image.resize((850, 1037), Image.LANCZOS).save(OUT / name, quality=62, optimize=True)


# --- PDFs ---------------------------------------------------------------------------------------------------------


class Page:
    """One A4 page with CJK text that can be searched; the font is embedded as a subset."""

    def __init__(self, name, title, marks):
        self.pdf = canvas.Canvas(str(OUT / name), pagesize=A4, invariant=1, initialFontName="CJK")
        self.pdf.setTitle(title)
        self.pdf.setAuthor("示例（虚构）")
        self.pdf.saveState()
        self.pdf.setFillColor(HexColor("#d4d4dc"))
        self.pdf.setFont("CJK", 46)
        for y in marks:  # between the lines of text: a reader that extracts words must not mix the two
            self.pdf.drawCentredString(A4[0] / 2, y, MARK)
        self.pdf.restoreState()

    def centred(self, y, words, size):
        self.pdf.setFont("CJK", size)
        self.pdf.drawCentredString(A4[0] / 2, y, words)

    def line(self, x, y, words, size=11):
        self.pdf.setFont("CJK", size)
        self.pdf.drawString(x, y, words)

    def table(self, y, widths, rows, height=24):
        for row in rows:
            x = 60
            for width, cell in zip(widths, row):
                self.pdf.rect(x, y - height, width, height)
                self.line(x + 6, y - height + 8, cell, 10)
                x += width
            y -= height
        return y

    def save(self):
        self.line(60, 40, "本件为演示用虚构材料，不对应任何真实机构或个人。", 9)
        self.pdf.showPage()
        self.pdf.save()


def licence():
    page = Page("registration_certificate.pdf", "登记证书（示例）", (250,))
    page.pdf.setStrokeColor(HexColor("#9a7a3a"))
    page.pdf.setLineWidth(3)
    page.pdf.rect(40, 60, A4[0] - 80, A4[1] - 110)
    page.centred(740, "登 记 证 书（示例）", 28)
    rows = [("名　　称", "示例市星河科技企业孵化器有限公司（虚构）"), ("统一代码", "示例代码000000000000（非真实代码）"), ("类　　型", "有限责任公司（演示）"),
            ("住　　所", "示例市星河区创新路1号3号楼"), ("负 责 人", "林岚（虚构）"), ("成立日期", "2016年4月8日"),
            ("经营范围", "科技企业孵化服务；创业辅导；技术服务；"), ("", "场地和共享设备的使用服务；会议服务。")]
    for k, (label, value) in enumerate(rows):
        page.line(110, 650 - 44 * k, label, 14)
        page.line(210, 650 - 44 * k, value, 14)
    page.line(330, 190, "示例登记机关（虚构）", 14)
    page.line(330, 164, "2024年5月20日", 14)
    page.save()


def survey():
    page = Page("satisfaction_report.pdf", "2025年度服务满意度调查汇总（示例）", (330, 200))
    page.centred(770, "2025年度服务满意度调查汇总", 20)
    page.line(60, 730, "示例市星河科技企业孵化器（虚构）　　调查时间：2025年11月3日至14日")
    y = page.table(700, (190, 95, 95, 95), [("项目", "份数", "占比", "说明"), ("发放", "62", "", "在孵企业全体"), ("有效回收", "48", "77.4%", ""),
                   ("答了总体评价题", "47", "", "1份未答"), ("非常满意", "24", "51.1%", ""), ("满意", "18", "38.3%", ""), ("一般", "4", "8.5%", ""), ("不满意", "1", "2.1%", "已回访")])
    page.line(60, y - 40, "得分最低的服务类别：市场推广与供需对接。书面意见9条，其中7条已答复，2条在办。")
    page.line(60, y - 64, "发放与汇总由综合部负责，不由企业服务部经手；问卷原件按编号存档。")
    page.save()


def catalogue():
    page = Page("service_catalogue.pdf", "技术转移服务目录（示例）", (400, 240))
    page.centred(770, "技术转移服务目录（2025版）", 20)
    page.line(60, 735, "示例大学青禾技术转移中心（虚构）")
    y = page.table(705, (110, 200, 165), [("服务类型", "服务对象", "承办部门"), ("技术开发", "有研发需求的企业", "项目一部"), ("技术转让", "高校课题组、受让企业", "项目二部"),
                   ("技术咨询", "企业、政府部门", "咨询部")], 30)
    page.line(60, y - 36, "未开展：技术服务、技术评价、技术投融资、信息网络平台。")
    page.line(60, y - 60, "受理答复时限：收到委托之日起5个工作日。收费标准见大厅公示。")
    page.save()


NEEDS = ["编号：示例-2025-017", ("企业名称", "示例市云杉传感技术有限公司（虚构）"), ("拟入孵日期", "2025年3月20日"), ("金融需求", "天使轮融资300万元，用于样机小试；希望对接两家以上投资机构"),
         ("技术需求", "高低温下的封装可靠性测试；需要有资质的检测机构支持"), ("市场需求", "对接本地汽车零部件企业，争取首批试用订单"), ("其他需求", "知识产权布局辅导；财税代理"), ("联络员", "陈一鸣（企业服务部）")]
OPINION = ["编号：示例-论证-2025-006", ("项目名称", "低温固化涂层技术转让"), ("委托方", "示例新材料有限公司（虚构）"), ("技术判断", "已完成中试，附着力和耐候数据齐全，适用范围限于金属基材"),
           ("市场判断", "下游三家企业表达试用意向，替代进口产品有价格优势"), ("知识产权", "发明专利一件，权利稳定，无质押和在先许可"), ("法律判断", "共有人已书面同意；不涉及出口管制和国家秘密"), ("结论", "同意承接")]


def main():
    OUT.mkdir(exist_ok=True)
    pdfmetrics.registerFont(TTFont("CJK", FONT, subfontIndex=0))
    hall()
    corridor()
    floor_plan()
    scan("needs_form_scan.jpg", "入 孵 需 求 登 记 表", NEEDS, ("企业确认（签字）：", "方 禾", "经办人：陈一鸣　　日期：2025年3月12日"), "示例市云杉传感技术公司", 1.3, 21)
    scan("feasibility_scan.jpg", "项 目 论 证 意 见", OPINION, ("批准（签字）：", "沈 知 行", "论证人：何沐　　日期：2025年4月22日"), "示例大学青禾技术转移中心", -1.1, 22)
    licence()
    survey()
    catalogue()


if __name__ == "__main__":
    main()
